//! Predictions for labelled rows of single components: one prediction per row.

mod conflict;
mod dates;
mod docalign;
mod names;
mod quantities;
mod quotes;
mod sentences;
mod similarity;

use serde_json::Value;

/// Turns a row, as JSON, into a prediction.
pub(crate) type Predict = fn(&str) -> Result<Value, serde_json::Error>;

/// The prediction of a task.
pub(crate) fn task(name: &str) -> Option<Predict> {
    Some(match name {
        "attributions" => quotes::predict_attributions,
        "conflict" => conflict::predict,
        "dates" => dates::predict,
        "docalign" => docalign::predict,
        "names" => names::predict,
        "quantities" => quantities::predict,
        "quotes" => quotes::predict,
        "sentences" => sentences::predict,
        "similarity" => similarity::predict,
        _ => return None,
    })
}
