"""Which addresses are records of compounds."""

from __future__ import annotations

import re

# Records of compounds: PubChem, ChEBI, ChEMBL, ChemSpider, DrugBank, CAS Common Chemistry, UNII.
_RECORD = re.compile(
    r"https?://(?:www\.)?(?:pubchem\.ncbi\.nlm\.nih\.gov/(?:compound|substance)/|"
    r"(?:www\.)?ebi\.ac\.uk/(?:chebi|chembl)|chemspider\.com/|go\.drugbank\.com/drugs/|"
    r"drugbank\.(?:com|ca)/drugs/|commonchemistry\.cas\.org/|precision\.fda\.gov/uniisearch/|"
    r"identifiers\.org/(?:chebi|pubchem)|purl\.obolibrary\.org/obo/CHEBI_)",
    re.IGNORECASE,
)


def is_record(address: str) -> bool:
    """Whether an address is that of a compound in one of the registers of compounds."""
    return _RECORD.match(address.strip()) is not None
