"""How the program is, for a machine that asks: `/health` answers in JSON, with 503 where something is wrong."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from ita_data.services import watching_over
from ita_data.services.opening import Store


def health_route(store: Callable[[], Store]) -> Route:
    """The address that says how the program is with the database that `store` gives, or why it gives none."""

    async def answer(_request: Request) -> JSONResponse:
        found = await run_in_threadpool(watching_over.health, store)
        return JSONResponse(found, status_code=200 if found["is_well"] else 503, headers={"Cache-Control": "no-store"})

    return Route("/health", answer)
