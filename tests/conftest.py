"""What every test may ask for: the shared folder beside the checkout, a database of each kind, a small court."""
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import settings
from writwatch.fetch.database import open_store, store_url

CHECKOUT = Path(__file__).parent.parent
POSTGRES = os.environ.get("WRITWATCH_TEST_POSTGRES", "")
"""A PostgreSQL server's URL, in which each test makes a database of its own."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """Recorded samples, real dockets and labelled data; they stand beside the project, not in it."""
    folder = Path(os.environ.get("WRITWATCH_SHARED", CHECKOUT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the shared folder is not here: set WRITWATCH_SHARED to it")
    return folder


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database of each kind: a file name or a URL, as --db takes it."""
    if request.param == "sqlite":
        yield str(tmp_path / "dockets.db")
        return
    if not POSTGRES:
        pytest.skip("no PostgreSQL: set WRITWATCH_TEST_POSTGRES to a server's URL")
    server = sa.create_engine(store_url(POSTGRES), isolation_level="AUTOCOMMIT")
    name = f"writwatch_{secrets.token_hex(6)}"
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield store_url(POSTGRES).set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    server.dispose()


@pytest.fixture
def engine(database: str) -> Iterator[sa.Engine]:
    """An open store, empty, at the newest schema."""
    engine = open_store(database)
    yield engine
    engine.dispose()


def pytest_make_parametrize_id(val: object) -> str | None:
    """A test is named by the beginning of a long text: reports stay readable."""
    text = ascii(val)[1:-1] if isinstance(val, str | bytes) else ""
    return f"{text[:80]}..." if len(text) > 80 else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long goes first: nobody waits at the end for one test that began last."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None and item.get_closest_marker("browser") is None)


# What gates a change is the same each time; `make soak` draws anew, and more.
settings.register_profile("default", deadline=None, derandomize=True, max_examples=60)
settings.register_profile("soak", deadline=None, max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
