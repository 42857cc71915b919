using DataConnectors.Core.Connectors;
using DataConnectors.Core.Logs;

namespace DataConnectors.Web.Components.Connectors.Builder.Data;

/// <summary>The answer of a logged run as an example.</summary>
internal static class RecordedAnswer
{
    /// <summary>The answer, with secrets and redacted fields masked; null when the API gave none.</summary>
    public static ExampleResponse? Answer(this ExecutionRecord record) =>
        // The log keeps no content type; without one, JSON and XML are recognised by how they look.
        record is { RawResponseBody: { } body, HttpStatus: { } status }
            ? new ExampleResponse(status, ContentType: null, body)
            : null;
}
