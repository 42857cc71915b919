using DataConnectors.Core.Scripting.JavaScript.Wire;

namespace DataConnectors.Sandbox.Running;

/// <summary>Why there is no result.</summary>
/// <param name="Status">Which way.</param>
/// <param name="Message">A sentence for the admin.</param>
/// <param name="Line">The line of the admin's code, from 1; 0 for none.</param>
/// <param name="Summary">The same without the error's own text; empty when the message has none.</param>
internal sealed record Fault(
    WorkerStatus Status,
    string Message,
    int Line = 0,
    string Summary = ""
);
