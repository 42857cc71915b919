using System.Text;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Templating;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>Stage 3: fills in every placeholder, encoded for where it stands.</summary>
internal static class RequestRenderer
{
    private static readonly HeaderField Accept = new(
        "Accept",
        "application/json, application/xml;q=0.9, */*;q=0.5"
    );
    private static readonly HeaderField AcceptEncoding = new("Accept-Encoding", "gzip, br");
    private static readonly HeaderField UserAgent = new("User-Agent", "DataConnectors/1.0");

    public static Outcome<RenderedRequest, StageFailure> Render(
        CompiledConnector connector,
        ITemplateValues values
    )
    {
        if (!connector.Url.Render(values).TryGet(out var url, out var urlFailure))
        {
            return Failure(urlFailure, "url");
        }

        var headers = new List<HeaderField>(connector.Headers.Count + 4);
        for (var index = 0; index < connector.Headers.Count; index++)
        {
            var header = connector.Headers[index];
            if (!header.Value.Render(values).TryGet(out var value, out var headerFailure))
            {
                return Failure(headerFailure, $"headers[{index}].value");
            }

            headers.Add(new HeaderField(header.Name, value));
        }

        AddUnlessGiven(headers, Accept);
        AddUnlessGiven(headers, AcceptEncoding);
        AddUnlessGiven(headers, UserAgent);

        byte[]? body = null;
        if (connector.Body is not null)
        {
            if (!connector.Body.Render(values).TryGet(out var text, out var bodyFailure))
            {
                return Failure(bodyFailure, "body");
            }

            body = Encoding.UTF8.GetBytes(text);
            AddUnlessGiven(
                headers,
                new HeaderField("Content-Type", ContentTypeOf(connector.Definition.BodyFormat))
            );
        }

        return new RenderedRequest(connector.Definition.Method, url, headers, body);
    }

    private static string ContentTypeOf(BodyFormat format) =>
        format switch
        {
            BodyFormat.Json => "application/json",
            BodyFormat.Form => "application/x-www-form-urlencoded",
            BodyFormat.Text => "text/plain; charset=utf-8",
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, message: null),
        };

    private static void AddUnlessGiven(List<HeaderField> headers, HeaderField header)
    {
        foreach (var given in headers)
        {
            if (string.Equals(given.Name, header.Name, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }

        headers.Add(header);
    }

    private static StageFailure Failure(TemplateFailure failure, string fieldPath) =>
        // A value that does not fit is the caller's to mend; a template that is wrong in itself is the admin's.
        new(
            failure.Placeholder.Length > 0
                ? ErrorType.RequestValidation
                : ErrorType.RequestConfiguration,
            failure.Message,
            fieldPath
        );
}
