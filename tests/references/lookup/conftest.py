"""The services on loopback, and a client that asks them without waiting for manners."""

from __future__ import annotations

import pytest

from lookup_service import Service
from palmetto_editor.references.lookup.client import Client


@pytest.fixture(scope="package")
def running():
    service = Service()
    yield service
    service.close()


@pytest.fixture
def service(running):
    running.forget()
    return running


@pytest.fixture
def client(service):
    with Client(service.addresses, pace={}, back_off=0.002, limit=20) as asking:
        yield asking
