"""A reader without a browser: asks a server to run its script again, and waits for the last message."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol


@dataclass
class Reader:
    """One session; it remembers the address and the select boxes, by their keys, as a browser does."""

    connection: ClientConnection
    query: str = ""
    ids: dict[str, str] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)

    def run(self, **choices: str) -> float:
        """Choose in the select boxes and run the script; seconds until its last message."""
        message = BackMsg()
        message.rerun_script.query_string = self.query
        for key, choice in choices.items():
            state = message.rerun_script.widget_states.widgets.add()
            state.id, state.string_value = self.ids[key], choice
        began = time.perf_counter()
        self.connection.send(message.SerializeToString())
        while self._receive().WhichOneof("type") != "script_finished":
            pass
        return time.perf_counter() - began

    def _receive(self) -> ForwardMsg:
        data = self.connection.recv()
        assert isinstance(data, bytes)
        message = ForwardMsg()
        message.ParseFromString(data)
        if message.WhichOneof("type") == "page_info_changed":
            self.query = message.page_info_changed.query_string
        box = message.delta.new_element.selectbox
        if box.id:
            # An id reads $$ID-<hash>-<key>.
            key = box.id.split("-", 2)[2]
            self.ids[key], self.options[key] = box.id, list(box.options)
        return message


@contextmanager
def reader(port: int) -> Iterator[Reader]:
    """A new session, its page shown once."""
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    with connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None, compression=None) as connection:
        session = Reader(connection)
        session.run()
        yield session
