//! `testimonia mcp`: a server of the Model Context Protocol on standard input and output, so that an agent can ask what its sources
//! agree on, where they differ, and how many independent voices they are. It reads no file and opens no connection; all it keeps
//! are the last few reconciliations, for questions about them.

mod answer;
mod explain;
mod kept;
mod names;
mod stories;
mod tools;
mod voices;

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, CustomRequest, CustomResult,
    ErrorCode, Implementation, JsonObject, ListResourceTemplatesResult, ListResourcesResult, ListToolsResult,
    PaginatedRequestParams, ReadResourceRequestParams, ReadResourceResponse, ReadResourceResult,
    ServerCapabilities, ServerConfig, Tool,
};
use rmcp::service::{RequestContext, ServerInitializeError};
use rmcp::transport::async_rw::AsyncRwTransport;
use rmcp::{ErrorData, RoleServer, ServerHandler, ServiceExt};
use serde::Serialize;
use serde::de::DeserializeOwned;
use testimonia::{Config, Lexicon};
use tokio::sync::Semaphore;

use crate::trouble::Trouble;
use kept::Shelf;

/// Bytes of one message. Twice what texts at their limit take where every quotation mark in them is escaped.
const LONGEST_MESSAGE: usize = 32 << 20;

/// What an agent is told before it sees the tools.
const INSTRUCTIONS: &str = "\
Weighs several texts that report one event. Where the texts may be on several events, ask `stories` first. Call `reconcile` with the full texts before counting sources or writing that they \
agree: copies of one agency report are one voice, however many sites carry them, and `voices.independent` (and `independent` \
beside every reading) is the number to go by, not the number of sources. Each discrepancy has the words of both sides with \
their places, a confidence, and a reason that can be checked; `explain` shows all that one of them rests on. It says where \
sources differ, never who is right. English texts; no model and no network behind it: the same texts give the same answer.";

/// Serves until the client closes the connection.
pub(crate) fn serve(config: Config, lexicon: Lexicon) -> Result<(), Trouble> {
    if io::stdin().is_terminal() {
        let hint = "testimonia mcp: speaks the Model Context Protocol on standard input; an agent starts it (docs/agents.md). Ctrl-D ends it.";
        let _ = writeln!(anstream::stderr(), "{hint}");
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    let served = runtime.block_on(async {
        let transport = AsyncRwTransport::new_server(tokio::io::stdin(), tokio::io::stdout())
            .with_max_line_length(LONGEST_MESSAGE);
        let server = Server::new(config, lexicon);
        match server.serve(transport).await {
            Ok(running) => running.waiting().await.map(drop).map_err(|e| Trouble::new(e.to_string())),
            // A client that thinks better of it is no trouble.
            Err(ServerInitializeError::ConnectionClosed(_) | ServerInitializeError::Cancelled) => Ok(()),
            Err(e) => Err(Trouble::new(format!("the client could not be understood: {e}")).remedy(
                "a client begins with the request \"initialize\", one message a line; see docs/agents.md",
            )),
        }
    });
    // A read of standard input cannot be called off, and must not keep the program.
    runtime.shutdown_background();
    served
}

/// What answers the client.
#[derive(Clone)]
struct Server(Arc<Desk>);

struct Desk {
    config: Config,
    lexicon: Lexicon,
    shelf: Shelf,
    /// One event is worked on at a time: it has all cores.
    turn: Semaphore,
}

impl Server {
    fn new(config: Config, lexicon: Lexicon) -> Self {
        Self(Arc::new(Desk { config, lexicon, shelf: Shelf::default(), turn: Semaphore::new(1) }))
    }

    /// Runs what takes long beside the connection, so that a client can ask whether anybody is there.
    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Desk) -> Result<T, String> + Send + 'static,
    ) -> Result<T, String> {
        let turn = self.0.turn.acquire().await;
        let desk = Arc::clone(&self.0);
        let done = tokio::task::spawn_blocking(move || work(&desk)).await;
        drop(turn);
        done.unwrap_or_else(|_| {
            Err("this ended in a fault of testimonia; please report it with the texts".to_owned())
        })
    }
}

impl ServerHandler for Server {
    fn get_info(&self) -> ServerConfig {
        let capabilities = ServerCapabilities::builder().enable_tools().enable_resources().build();
        ServerConfig::new(capabilities)
            .with_server_info(
                Implementation::new("testimonia", env!("CARGO_PKG_VERSION"))
                    .with_title("testimonia: where sources agree and differ"),
            )
            .with_instructions(INSTRUCTIONS)
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        Ok(ListToolsResult::with_all_items(tools::all()))
    }

    fn get_tool(&self, name: &str) -> Option<Tool> {
        tools::all().into_iter().find(|tool| tool.name == name)
    }

    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        let arguments = request.arguments.unwrap_or_default();
        let result = match request.name.as_ref() {
            tools::RECONCILE => match read(arguments) {
                Ok(asked) => linked(self.work(move |desk| answer::reconcile(desk, asked)).await),
                Err(what) => failed(&what),
            },
            tools::STORIES => match read(arguments) {
                Ok(asked) => told(self.work(move |desk| stories::group(desk, asked)).await),
                Err(what) => failed(&what),
            },
            tools::EXPLAIN => match read(arguments) {
                Ok(asked) => told(self.work(move |desk| explain::explain(desk, &asked)).await),
                Err(what) => failed(&what),
            },
            tools::COMPARE_NAMES => match read(arguments) {
                Ok(asked) => told(names::compare(&self.0.lexicon, &asked)),
                Err(what) => failed(&what),
            },
            other => {
                let what = format!("Unknown tool: {}", tools::shortened(other, 80));
                return Err(ErrorData::invalid_params(what, None));
            }
        };
        Ok(result.into())
    }

    async fn list_resources(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListResourcesResult, ErrorData> {
        Ok(ListResourcesResult::with_all_items(self.0.shelf.resources()))
    }

    async fn list_resource_templates(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListResourceTemplatesResult, ErrorData> {
        Ok(ListResourceTemplatesResult::with_all_items(kept::templates()))
    }

    async fn read_resource(
        &self,
        request: ReadResourceRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<ReadResourceResponse, ErrorData> {
        let uri = request.uri;
        let contents = self.0.shelf.read(&uri).ok_or_else(|| {
            let what = format!("No such resource; only the last {} reconciliations are kept", kept::MOST);
            ErrorData::resource_not_found(what, Some(serde_json::json!({ "uri": uri })))
        })?;
        Ok(ReadResourceResult::new(vec![contents]).into())
    }

    async fn on_custom_request(
        &self,
        request: CustomRequest,
        _: RequestContext<RoleServer>,
    ) -> Result<CustomResult, ErrorData> {
        let method = request.method;
        if METHODS.contains(&method.as_str()) {
            return Err(ErrorData::invalid_params(format!("The parameters do not fit {method}"), None));
        }
        Err(ErrorData::new(ErrorCode::METHOD_NOT_FOUND, method, None))
    }
}

/// Methods that are there, and that only malformed parameters make unknown to rmcp.
const METHODS: [&str; 5] =
    ["tools/call", "tools/list", "resources/list", "resources/read", "resources/templates/list"];

/// The arguments of a tool. What does not fit is told to whoever asked, who can ask better.
fn read<T: DeserializeOwned>(arguments: JsonObject) -> Result<T, String> {
    serde_json::from_value(arguments.into()).map_err(|e| format!("the arguments do not fit the tool: {e}"))
}

/// An answer, as a value and as the same in one text.
fn told<T: Serialize>(answer: Result<T, String>) -> CallToolResult {
    let written = answer.and_then(|answer| {
        let text = serde_json::to_string(&answer);
        let value = serde_json::to_value(&answer);
        text.and_then(|text| Ok((text, value?))).map_err(|e| format!("the answer cannot be written: {e}"))
    });
    match written {
        Ok((text, value)) => {
            let mut result = CallToolResult::structured(value);
            // The fields in their order, which a map of JSON does not keep: the summary is to be read first.
            result.content = vec![ContentBlock::text(text)];
            result
        }
        Err(what) => failed(&what),
    }
}

/// An answer to `reconcile`, with the way to all that it leaves out.
fn linked(answer: Result<answer::Reconciled, String>) -> CallToolResult {
    let link = answer.as_ref().ok().map(|answer| kept::link(&answer.reconciliation, answer.voices.sources));
    let mut result = told(answer);
    result.content.extend(link.map(ContentBlock::resource_link));
    result
}

fn failed(what: &str) -> CallToolResult {
    CallToolResult::error(vec![ContentBlock::text(what)])
}
