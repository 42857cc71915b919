using System.Text.Json;
using DataConnectors.Core.Agent.Extracting;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Agent.Chaining;

/// <summary>Finds the connectors whose answer can give the missing input of another one.</summary>
internal static class InputSources
{
    /// <summary>
    /// Those that may be asked, most promising first. Only reading connectors: nothing is changed on the way to an answer. A connector that is
    /// for authenticated customers takes values only from such as are, too: an id that was looked up with an email address that anybody
    /// could type would open somebody else's data.
    /// </summary>
    public static IReadOnlyList<AgentCandidate> Of(
        DataInput missing,
        AgentCandidate target,
        IReadOnlyList<AgentCandidate> candidates
    )
    {
        // What a person chooses (a city, a reason) is asked of them; what a system hands out can be looked up.
        if (
            missing.Type is not (DataInputType.Text or DataInputType.Number)
            || !new InputTraits(missing).IsIdentifier
        )
        {
            return [];
        }

        return
        [
            .. candidates
                .Where(candidate =>
                    candidate.ConnectorId != target.ConnectorId
                    && candidate.SkipReason is null
                    && !candidate.Definition.Method.IsWrite()
                    && (
                        !target.Definition.CustomerAuthentication
                        || candidate.Definition.CustomerAuthentication
                    )
                    && !Needs(candidate.Definition, missing)
                )
                .Select(candidate =>
                    (Candidate: candidate, Promise: Promise(candidate.Definition, missing))
                )
                .Where(pair => pair.Promise > 0)
                .OrderByDescending(pair => pair.Promise)
                .ThenBy(pair => pair.Candidate.ConnectorId)
                .Select(pair => pair.Candidate),
        ];
    }

    // Whoever asks for the value does not tell it.
    private static bool Needs(ConnectorDefinition definition, DataInput missing) =>
        definition.DataInputs.Any(input =>
            input.Source == DataInputSource.FinCollects
            && string.Equals(input.Name, missing.Name, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>2 where the example or the chosen fields hold it, 1 where the description says so, 0 for neither.</summary>
    private static int Promise(ConnectorDefinition definition, DataInput missing)
    {
        var names = new FieldNames(missing, definition);
        return definition switch
        {
            { DataAccess: DataAccess.Full, ExampleResponse: { } example }
                when IsInExample(example, names) => 2,
            {
                DataAccess: DataAccess.Restricted,
                ResponseTransformation: ResponseTransformation.Table
            } when definition.ResponseFields.Any(field => IsField(field, names)) => 2,
            _ when names.IsMentionedIn(definition.Description) => 1,
            _ => 0,
        };
    }

    private static bool IsInExample(ExampleResponse example, FieldNames names)
    {
        try
        {
            using var document = JsonDocument.Parse(example.Body);
            return names.ValuesIn(document.RootElement).Count > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsField(ResponseField field, FieldNames names)
    {
        if (!field.IsExposed || !FieldPath.Parse(field.Path).TryGet(out var path, out _))
        {
            return false;
        }

        var keys = path.Steps.Select(step => step.Key).OfType<string>().ToList();
        var name = string.IsNullOrEmpty(field.RenamedTo) ? keys.LastOrDefault() : field.RenamedTo;
        return name is not null && names.IsNamed(name, keys.Count > 1 ? keys[^2] : null);
    }
}
