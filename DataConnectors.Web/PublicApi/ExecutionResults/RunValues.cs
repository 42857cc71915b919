using System.Text.Json;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Runs;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Queries;

namespace DataConnectors.Web.PublicApi.ExecutionResults;

/// <summary>Reads a run out of the JSON that asks for it.</summary>
internal static class RunValues
{
    /// <summary>The members that can be sent.</summary>
    public static readonly IReadOnlyCollection<string> Names =
    [
        "inputs",
        "contact_id",
        "conversation_id",
    ];

    /// <summary>The run; what is wrong with it is added to <paramref name="errors"/>.</summary>
    public static WantedRun Read(long connectorId, JsonElement json, List<ApiError> errors) =>
        new(
            connectorId,
            Inputs(json, errors),
            Id(json, "contact_id", errors),
            Id(json, "conversation_id", errors)
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

        if (given.ValueKind != JsonValueKind.Object)
        {
            errors.Add(Invalid("inputs", "inputs must be an object."));
            return inputs;
        }

        foreach (var input in given.EnumerateObject())
        {
            if (input.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                var place = RunNow.InputPath + input.Name;
                errors.Add(
                    Invalid(place, $"{place} must be a string, a number, true, false or null.")
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

    private static long? Id(JsonElement json, string name, List<ApiError> errors)
    {
        if (!json.TryGetProperty(name, out var given) || given.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (given.ValueKind == JsonValueKind.String)
        {
            return WireText.IdOf(given.GetString()!);
        }

        errors.Add(Invalid(name, $"{name} must be a string."));
        return null;
    }

    private static ApiError Invalid(string field, string message) =>
        new(ErrorCodes.ParameterInvalid, message, field);
}
