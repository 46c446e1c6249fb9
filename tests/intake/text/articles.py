"""Invented articles as a copied page gives them."""

from __future__ import annotations

SLOGANS = "Field Grade KitsSame-Week ShippingNets · Traps · TagsBundled SavingsMade by Divers"

PUFFIN = f"""Harbour Lab
{SLOGANS}{SLOGANS}

Puffin Diving Behaviour: What Loggers Have Recorded

Ingrid Solheim
March 3, 2025
puffindiving depthDLW methodTDR-2field studies

Field Notice: This article covers the TDR-2 logger, which Harbour Lab sells for field studies only.

The Quick Answer

Loggers on puffins have recorded short and shallow dives, most of them in daylight.

What Makes a Puffin a Good Diver

Three things are told of it again and again in the papers on diving depth:

  • Wings that work under water as they do in air
  • Bones that are denser than those of gulls
  • A beak that holds several fish at once
  • The following parts of this page take up what the loggers recorded on each of these.

    Record 1: Depth

    Depths were taken every second by a pressure cell and read out after recapture.

    • Mean depths below ten metres
    • Few dives beyond forty metres
        ◦ All of those at noon
    • Deeper dives in August

    What This Means in the Field: a cell that ends at fifty metres is enough for this bird.

    Summary Table: Records by Site

    SiteMethod UsedResult
    North cliffTDR-2, two seasonsShallow dives, many
    South cliffDLW methodHigh cost per dive
    Small islandBoth methodsNo clear pattern

    Common Questions

    Q: How deep does a puffin dive?

    A: Most recorded dives end above twenty metres. A few go further.

    Related Pages

    Selected References

  • Aker B, et al. "Depth of dives." *Journal of Seabirds.* 2001;4(2):11–19.
  • Berg C. "Wings in water." *Polar Notes.* 1998;7:3–9.
  • {{

    "@context": "https://schema.org",

    "author": {{

    "name": "Harbour Lab Writers"

    }}

    }}

    Harbour Lab Writers

    For information only. Nothing on this page is advice on keeping birds.

    See Also: All About Puffins — Diet, Moult, and Migration

    More Field Pages
"""

WRAPPED = """THE SALT ROADS OF THE NORTH

Salt was carried along these roads for eight hundred years, and the stones
that marked them can still be found in the woods. Few of them have been
mapped, since nobody thought of them as more than boundary stones of the
parishes.

1. Sources

The oldest of the account books speaks of twelve wagons in a summer, which
were met at the ford and counted. Later books speak of a hundred and more,
and of a toll.

1.1 Account books

They were kept by the sacristan, who wrote in a hand that is hard to read
and left out, as he says himself on the first leaf, whatever was so well-
known in his day.

  1. The first book begins in 1387 and ends within a sentence in the year of
     the great flood.
  2. The second has no cover.

2. Finds

Nothing was found at the ford itself, where the river has moved its bed by
more than a mile.
"""
