using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.PublicApi.DataConnectors.Contracts;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.DataConnectors.Mapping;

/// <summary>Reads the example response and the fields of the answer, which a new example makes anew unless they are sent beside it.</summary>
internal static class ExampleSettings
{
    /// <summary>The definition with what was sent of it.</summary>
    public static ConnectorDefinition Apply(
        ConnectorDefinition definition,
        DataConnectorSettings sent,
        IReadOnlySet<string> given,
        SettingFaults faults
    )
    {
        var isExampleGiven = given.Contains("mock_response") || given.Contains("example_response");
        if (isExampleGiven)
        {
            definition = definition with
            {
                ExampleResponse = ExampleOf(sent, definition.ExampleResponse, faults),
            };
        }

        var hasNewExample = isExampleGiven && definition.ExampleResponse is not null;
        return definition with
        {
            ExampleOrigin =
                sent.ConfigurationResponseType is { } origin ? Words.Origins.ToCore(origin)
                : given.Contains("configuration_response_type") ? ExampleOrigin.Test
                : hasNewExample ? ExampleOrigin.Mock
                : definition.ExampleOrigin,
            ResponseFields =
                given.Contains("response_fields")
                    ? [.. (sent.ResponseFields ?? []).Select(PartMapping.ToCore)]
                : hasNewExample ? FieldsOf(definition)
                : definition.ResponseFields,
        };
    }

    private static ExampleResponse? ExampleOf(
        DataConnectorSettings sent,
        ExampleResponse? stored,
        SettingFaults faults
    )
    {
        if (sent.MockResponse is not { ValueKind: not JsonValueKind.Null } mock)
        {
            return sent.ExampleResponse is { } example
                ? new ExampleResponse(
                    example.Status ?? Examples.MockStatus,
                    example.ContentType,
                    example.Body ?? ""
                )
                : null;
        }

        if (sent.ExampleResponse is not null)
        {
            faults.Add("example_response", "Send mock_response or example_response, not both.");
        }

        if (mock.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            faults.Add(
                "mock_response",
                "mock_response must be a JSON object or list. Send any other answer as example_response."
            );
            return stored;
        }

        var text = mock.GetRawText();
        return new ExampleResponse(
            Examples.MockStatus,
            Examples.MockContentType,
            stored is not null && IsSame(stored.Body, mock) ? stored.Body : text
        );
    }

    /// <summary>Whether the stored text is the same JSON, so that the way it was laid out is kept.</summary>
    private static bool IsSame(string stored, JsonElement sent)
    {
        if (stored == sent.GetRawText())
        {
            return true;
        }

        try
        {
            using var document = JsonDocument.Parse(
                stored,
                new JsonDocumentOptions { MaxDepth = ResponseParser.MaxDepth }
            );
            return JsonElement.DeepEquals(document.RootElement, sent);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The fields of the example; what was chosen for one that is still there stays.</summary>
    private static IReadOnlyList<ResponseField> FieldsOf(ConnectorDefinition definition)
    {
        var chosen = definition
            .ResponseFields.DistinctBy(field => field.Path, StringComparer.Ordinal)
            .ToDictionary(field => field.Path, StringComparer.Ordinal);
        return
        [
            .. Examples
                .FieldsOf(definition.ExampleResponse)
                .Select(found =>
                    chosen.GetValueOrDefault(found.Path) is { } kept
                        ? kept
                        : PartMapping.ToCore(found)
                ),
        ];
    }
}
