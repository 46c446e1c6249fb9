"""The mark that tells the classes and roles which we give from those in a writer's raw HTML.

Our attributes begin with a private-use character that is dropped from all input; sanitising
takes the mark off ours and removes the rest.
"""

OWN = "\ue002"


def names(text: str) -> frozenset[str]:
    """The words of a text: how tables of tags are written here."""
    return frozenset(text.split())
