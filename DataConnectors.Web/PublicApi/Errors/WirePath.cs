using System.Text.Json;

namespace DataConnectors.Web.PublicApi.Errors;

/// <summary>
/// Where a problem stands, as the wire calls the place: <c>dataInputs[0].fallbackValue</c> is <c>data_inputs[0].default_value</c>. Names
/// that are not listed are the same in snake case.
/// </summary>
internal static class WirePath
{
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        // Of a definition.
        ["method"] = "http_method",
        ["timeoutMilliseconds"] = "timeout_ms",
        ["dataAccess"] = "data_transformation_type",
        ["responseTransformation"] = "data_transformation_type",
        ["pythonCode"] = "transformation_code",
        ["javaScriptCode"] = "transformation_code",
        ["exampleResponse"] = "mock_response",
        ["exampleOrigin"] = "configuration_response_type",
        ["rolloutPercent"] = "rollout_percentage",

        // Of a data input.
        ["isRequired"] = "required",
        ["fallbackValue"] = "default_value",
        ["attributePath"] = "attribute",

        // Of a response field.
        ["isExposed"] = "exposed",
        ["isRedacted"] = "redacted",

        // Of an object mapping.
        ["objectType"] = "intercom_object_type",
        ["attributes"] = "attribute_mappings",
        ["references"] = "reference_mappings",
        ["responsePath"] = "response_attribute_path",
        ["attribute"] = "intercom_attribute_identifier",
        ["reference"] = "intercom_attribute_identifier",

        // Of a token.
        ["headerKey"] = "request_header_key",
        ["value"] = "token_value",
        ["prefix"] = "token_prefix",
    };

    public static string Of(string path)
    {
        if (path.StartsWith("customAudience.", StringComparison.Ordinal))
        {
            return OfAudience(path);
        }

        // What stands below these is named by whoever wrote it: settings of transformations, and the value of a header.
        var segments = path.Split('.');
        return string.Join(
            '.',
            segments.Select(
                (segment, index) =>
                    index > 0
                    && (
                        segments[index - 1] is "settings" or "customAttributes"
                        || segments[0].StartsWith("headers[", StringComparison.Ordinal)
                    )
                        ? segment
                        : Rename(segment)
            )
        );
    }

    // Predicates come first in a group, so theirs is their place on the wire; how many come before a group, the path does not say.
    private static string OfAudience(string path)
    {
        var segments = path.Split('.');
        return segments[1].StartsWith("conditions[", StringComparison.Ordinal)
            ? $"custom_audience.value{segments[1]["conditions".Length..]}{(segments.Length < 3 ? "" : segments[2] == "values" ? ".value" : $".{segments[2]}")}"
            : "custom_audience.value";
    }

    private static string Rename(string segment)
    {
        var bracket = segment.IndexOf('[', StringComparison.Ordinal);
        var (name, index) = bracket < 0 ? (segment, "") : (segment[..bracket], segment[bracket..]);
        return (
                Renamed.GetValueOrDefault(name) ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(name)
            ) + index;
    }
}
