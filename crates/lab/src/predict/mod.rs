//! Predictions for the labelled rows of single components: a row in, a prediction out.

mod dates;
mod docalign;
mod names;
mod quantities;
mod quotes;
mod names;
mod docalign;
mod sentences;
mod similarity;

use serde_json::Value;

/// Turns a row, as JSON, into a prediction.
pub(crate) type Predict = fn(&str) -> Result<Value, serde_json::Error>;

/// The prediction of a task.
pub(crate) fn task(name: &str) -> Option<Predict> {
    Some(match name {
        "quotes" => quotes::predict,
        "attributions" => quotes::predict_attributions,
        "names" => names::predict,
        "dates" => dates::predict,
        "quantities" => quantities::predict,
        "sentences" => sentences::predict,
        "docalign" => docalign::predict,
        "similarity" => similarity::predict,
        _ => return None,
    })
}
