using System.Text.Json;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Runs;
using DataConnectors.Web.PublicApi.Errors;

namespace DataConnectors.Web.PublicApi.ExecutionResults;

/// <summary>Reads a run out of the JSON that asks for it.</summary>
internal static class RunValues
{
    /// <summary>
    /// The run, out of JSON that has the shape of <see cref="RunDataConnectorRequest"/>; what is wrong with its inputs is added to
    /// <paramref name="errors"/>.
    /// </summary>
    public static WantedRun Read(long connectorId, JsonElement json, List<ApiError> errors) =>
        new(
            connectorId,
            Inputs(json, errors),
            IdOf(json, "contact_id"),
            IdOf(json, "conversation_id")
        );

    /// <summary>The errors of a run that was refused, at the members that were sent.</summary>
    public static IReadOnlyList<ApiError> ErrorsOf(Fault fault) =>
        [
            .. fault.Problems.Select(problem => new ApiError(
                ErrorCodes.ParameterInvalid,
                problem.Message,
                problem.Path switch
                {
                    RunNow.PersonPath => "contact_id",
                    RunNow.ConversationPath => "conversation_id",
                    // The names of inputs are the connector's own, and stay as they are.
                    var path => path,
                }
            )),
        ];

    private static Dictionary<string, string> Inputs(JsonElement json, List<ApiError> errors)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!json.TryGetProperty("inputs", out var given) || given.ValueKind == JsonValueKind.Null)
        {
            return inputs;
        }

        foreach (var input in given.EnumerateObject())
        {
            if (input.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                var place = RunNow.InputPath + input.Name;
                errors.Add(
                    new ApiError(
                        ErrorCodes.ParameterInvalid,
                        $"{place} must be a string, a number, true, false or null.",
                        place
                    )
                );
                continue;
            }

            // Null is no value; the name is looked at all the same.
            inputs[input.Name] = input.Value.ValueKind switch
            {
                JsonValueKind.Null => "",
                JsonValueKind.String => input.Value.GetString()!,
                _ => input.Value.GetRawText(),
            };
        }

        return inputs;
    }

    private static long? IdOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var given) && given.GetString() is { } text
            ? WireId.Read(text)
            : null;
}
