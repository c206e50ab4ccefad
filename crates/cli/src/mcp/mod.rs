//! `testimonia mcp`: a Model Context Protocol server on standard input and output. An agent can ask it where its sources
//! agree, where they differ, and how many independent voices they are. It reads no files and opens no connections, and keeps
//! only the last few reconciliations for follow-up questions.

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

/// The maximum size of a message in bytes: twice what the largest accepted texts take with every quotation mark escaped.
const LONGEST_MESSAGE: usize = 32 << 20;

/// The instructions that an agent reads before it sees the tools.
const INSTRUCTIONS: &str = "\
Compares several texts that report one event. If the texts may report several events, call `stories` first. Call `reconcile` \
with the full texts before counting sources or writing that they agree: copies of one agency report are one voice, however \
many sites carry them. Rely on `voices.independent` (and `independent` beside every reading), not on the number of sources. \
Each discrepancy has the words of both sides with their places, a confidence, and a reason that can be checked; `explain` \
shows all the evidence for one. The result says where sources differ, never who is right. English texts only. No model and no \
network are involved: the same texts always give the same answer.";

/// Serves until the client closes the connection.
pub(crate) fn serve(config: Config, lexicon: Lexicon) -> Result<(), Trouble> {
    if io::stdin().is_terminal() {
        let hint = "testimonia mcp: waiting for Model Context Protocol messages on standard input; usually an agent starts this program (docs/agents.md). Ctrl-D ends it.";
        let _ = writeln!(anstream::stderr(), "{hint}");
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    let served = runtime.block_on(async {
        let transport = AsyncRwTransport::new_server(tokio::io::stdin(), tokio::io::stdout())
            .with_max_line_length(LONGEST_MESSAGE);
        let server = Server::new(config, lexicon);
        match server.serve(transport).await {
            Ok(running) => running.waiting().await.map(drop).map_err(|e| Trouble::new(e.to_string())),
            // A client that disconnects early is not an error.
            Err(ServerInitializeError::ConnectionClosed(_) | ServerInitializeError::Cancelled) => Ok(()),
            Err(e) => Err(Trouble::new(format!("the client's messages could not be understood: {e}")).remedy(
                "a client begins with the request \"initialize\" and sends one message per line; see docs/agents.md",
            )),
        }
    });
    // A pending read of standard input cannot be cancelled and must not keep the program running.
    runtime.shutdown_background();
    served
}

/// The server.
#[derive(Clone)]
struct Server(Arc<Desk>);

struct Desk {
    config: Config,
    lexicon: Lexicon,
    shelf: Shelf,
    /// Events are worked on one at a time, since each uses all cores.
    turn: Semaphore,
}

impl Server {
    fn new(config: Config, lexicon: Lexicon) -> Self {
        Self(Arc::new(Desk { config, lexicon, shelf: Shelf::default(), turn: Semaphore::new(1) }))
    }

    /// Runs long work beside the connection, which lets the server answer pings meanwhile.
    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Desk) -> Result<T, String> + Send + 'static,
    ) -> Result<T, String> {
        let turn = self.0.turn.acquire().await;
        let desk = Arc::clone(&self.0);
        let done = tokio::task::spawn_blocking(move || work(&desk)).await;
        drop(turn);
        done.unwrap_or_else(|_| {
            Err("testimonia failed on these texts; please report this bug together with the texts".to_owned())
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

/// Methods that exist, and that rmcp reports as unknown only if their parameters are malformed.
const METHODS: [&str; 5] =
    ["tools/call", "tools/list", "resources/list", "resources/read", "resources/templates/list"];

/// Parses the arguments of a tool. Errors go back to the agent, which can correct its call.
fn read<T: DeserializeOwned>(arguments: JsonObject) -> Result<T, String> {
    serde_json::from_value(arguments.into()).map_err(|e| format!("the arguments do not fit the tool: {e}"))
}

/// An answer, both as a structured value and as text.
fn told<T: Serialize>(answer: Result<T, String>) -> CallToolResult {
    let written = answer.and_then(|answer| {
        let text = serde_json::to_string(&answer);
        let value = serde_json::to_value(&answer);
        text.and_then(|text| Ok((text, value?))).map_err(|e| format!("the answer cannot be written: {e}"))
    });
    match written {
        Ok((text, value)) => {
            let mut result = CallToolResult::structured(value);
            // Keeps the order of fields, which a JSON map does not: the summary should be read first.
            result.content = vec![ContentBlock::text(text)];
            result
        }
        Err(what) => failed(&what),
    }
}

/// The answer to `reconcile`, with a link to the full result.
fn linked(answer: Result<answer::Reconciled, String>) -> CallToolResult {
    let link = answer.as_ref().ok().map(|answer| kept::link(&answer.reconciliation, answer.voices.sources));
    let mut result = told(answer);
    result.content.extend(link.map(ContentBlock::resource_link));
    result
}

fn failed(what: &str) -> CallToolResult {
    CallToolResult::error(vec![ContentBlock::text(what)])
}
