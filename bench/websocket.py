"""A reader without a browser: asks a server to run its script again, and waits for the last message."""

import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

SUBPROTOCOLS = [Subprotocol("streamlit")]

_CHOICE = re.compile(r'(?s)<select data-choose="(.*?)".*?>(.*?)</select>')
_OPTION = re.compile(r'<option value="(.*?)"')


@dataclass
class Memory:
    """What a browser remembers of its session: the address, the page, and the choices by their keys.

    A choice is a select box of Streamlit's, or one of those `on_the_bar`, which tell what was chosen by a press.
    `messages` and `size` are the number and the bytes of what the last run sent.
    """

    page: str = ""
    query: str = ""
    script: str = ""
    ids: dict[str, str] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)
    on_the_bar: set[str] = field(default_factory=set)
    messages: int = 0
    size: int = 0

    def asking(self, **choices: str) -> bytes:
        """The message that asks for a run with these choices."""
        self.messages = self.size = 0
        message = BackMsg()
        message.rerun_script.query_string = self.query
        if self.script:
            message.rerun_script.page_script_hash = self.script
        else:
            message.rerun_script.page_name = self.page
        for key, choice in choices.items():
            state = message.rerun_script.widget_states.widgets.add()
            state.id = self.ids[key]
            if key in self.on_the_bar:
                state.json_trigger_value = json.dumps([{"event": "pressed", "value": f"{key} {choice}"}])
            else:
                state.string_value = choice
        return message.SerializeToString()

    def take(self, data: bytes | str) -> bool:
        """Remember what a message says; whether it was the last one of the run."""
        assert isinstance(data, bytes)
        message = ForwardMsg()
        message.ParseFromString(data)
        self.messages, self.size = self.messages + 1, self.size + len(data)
        kind = message.WhichOneof("type")
        if kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "navigation":
            self.script = message.navigation.page_script_hash
        elif kind == "delta":
            self._take_box(message)
        if kind == "session_event" and message.session_event.HasField("script_compilation_exception"):
            raise RuntimeError(message.session_event.script_compilation_exception.message)
        return kind == "script_finished"

    def _take_box(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        if element.HasField("exception"):
            raise RuntimeError(element.exception.message)
        if element.selectbox.id:
            # An id reads $$ID-<hash>-<key>.
            key = element.selectbox.id.split("-", 2)[2]
            self.ids[key], self.options[key] = element.selectbox.id, list(element.selectbox.options)
        elif element.bidi_component.id.endswith("-bar"):
            for key, options in _CHOICE.findall(element.bidi_component.bytes.decode()):
                self.on_the_bar.add(key)
                self.ids[key], self.options[key] = _pressed_id(element.bidi_component.id), _OPTION.findall(options)


def _pressed_id(component: str) -> str:
    """By what Streamlit knows what a component tells of presses."""
    return f"$$STREAMLIT_INTERNAL_KEY_{component}__events"


@dataclass
class Reader:
    """One session that waits for each run."""

    connection: ClientConnection
    memory: Memory

    @property
    def options(self) -> dict[str, list[str]]:
        """What the choices of the page offer, by their keys."""
        return self.memory.options

    def run(self, **choices: str) -> float:
        """Choose something and run the script; seconds until its last message."""
        asking = self.memory.asking(**choices)
        began = time.perf_counter()
        self.connection.send(asking)
        while not self.memory.take(self.connection.recv()):
            pass
        return time.perf_counter() - began


@contextmanager
def reader(port: int, page: str = "", query: str = "") -> Iterator[Reader]:
    """A new session, its page shown once."""
    address = address_of_server(port)
    with connect(address, subprotocols=SUBPROTOCOLS, max_size=None, compression=None) as connection:
        session = Reader(connection, Memory(page, query))
        session.run()
        yield session


def look_at_every_month(port: int) -> None:
    """Make every choice of a month once, so that none that follows is the first."""
    with reader(port) as session:
        for month in session.options["month"]:
            session.run(month=month)


def address_of_server(port: int) -> str:
    """Where a server's sessions begin."""
    return f"ws://127.0.0.1:{port}/_stcore/stream"
