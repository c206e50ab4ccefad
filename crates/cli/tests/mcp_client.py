#!/usr/bin/env python3
"""Talks to `testimonia mcp` with the Python SDK of the Model Context Protocol, a client that shares no code with the server.

    python3 mcp_client.py target/debug/testimonia

Needs `mcp` from PyPI (.ci/mcp installs it in a folder of its own). Prints "ok" and exits with 0 if all is well.
"""
import asyncio
import json
import sys

from mcp import Client, ClientSession, MCPError, StdioServerParameters
from mcp.client.stdio import stdio_client

WIRE = (
    "KORBA (Reuters) - A ferry sank in heavy seas off the port of Korba early on Tuesday after its engine room flooded, "
    "killing 23 people, the coastguard said. Rescuers in small boats hauled dozens of shivering passengers from the water "
    "before dawn as strong winds hampered the search."
)
OWN = "A ferry sank off Korba on Tuesday, killing 20 people, the coastguard said. Survivors told of panic “at once” as it listed."
SOURCES = [{"id": f"site-{n}", "text": WIRE, "publisher": f"Site {n}"} for n in range(10)] + [{"id": "own", "text": OWN}]


async def main(binary):
    server = StdioServerParameters(command=binary, args=["mcp"])
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        hello = await session.initialize()
        assert hello.server_info.name == "testimonia", hello
        assert "independent" in (hello.instructions or ""), hello

        tools = {tool.name: tool for tool in (await session.list_tools()).tools}
        assert set(tools) >= {"reconcile", "explain", "compare_names"}, tools
        assert all(tool.output_schema for tool in tools.values()), tools

        # The SDK validates every structured answer against the output schema.
        result = await session.call_tool("reconcile", {"sources": SOURCES})
        assert not result.is_error, result
        answer = result.structured_content
        assert json.loads(result.content[0].text) == answer
        assert answer["voices"]["sources"] == 11 and answer["voices"]["independent"] < 3, answer["voices"]
        toll = next(point for point in answer["discrepancies"] if point["facet"] == "quantity")
        words = {reading["words"]: reading for reading in toll["readings"]}
        assert words["23 people"]["sources"] == 10 and words["23 people"]["independent"] < 3, toll
        assert words["20 people"]["independent"] == 1, toll
        place = words["20 people"]["places"][0]
        assert OWN[place["start_char"]:place["end_char"]] == "20 people", place
        assert OWN.encode()[place["start"]:place["end"]] == b"20 people", place

        explained = await session.call_tool("explain", {"id": toll["id"], "reconciliation": answer["reconciliation"]})
        assert not explained.is_error and explained.structured_content["record"]["id"] == toll["id"], explained

        listed = [str(resource.uri) for resource in (await session.list_resources()).resources]
        assert answer["whole"] in listed, listed
        whole = json.loads((await session.read_resource(answer["whole"])).contents[0].text)
        assert whole["schema"] == "testimonia/1" and len(whole["sources"]) == 11

        names = await session.call_tool("compare_names", {"a": "Tiani", "b": "Tchiani"})
        assert names.structured_content["relation"] == "variant", names

        refused = await session.call_tool("reconcile", {"sources": [{"text": "alone"}]})
        assert refused.is_error and "two sources" in refused.content[0].text, refused
        try:
            await session.read_resource("testimonia://reconciliation/none")
            raise AssertionError("a resource that is not there was read")
        except MCPError as error:
            assert "No such resource" in str(error), error

    # The same with later revisions of the protocol, where client and server negotiate one by themselves.
    async with Client(server) as client:
        names = await client.call_tool("compare_names", {"a": "WHO", "b": "World Health Organization", "kind": "organisation"})
        assert names.structured_content["relation"] == "equivalent", names
        assert len((await client.list_resource_templates()).resource_templates) == 2
        print(f"ok ({client.protocol_version})")


if __name__ == "__main__":
    asyncio.run(asyncio.wait_for(main(sys.argv[1]), 60))
