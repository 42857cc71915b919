using System.Globalization;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent;

/// <summary>Why Fin may not choose a live connector.</summary>
public static class SkipReasons
{
    /// <summary>The Fin tab says so.</summary>
    public const string Disabled = "Disabled: manual trigger only";

    /// <summary>The reason, or null when Fin may choose it. Where it depends on a conversation that there is not, as in a preview, it may.</summary>
    /// <param name="connectorId">The connector.</param>
    /// <param name="definition">What would run.</param>
    /// <param name="judge">
    /// Judges for whom; null where nobody in particular asks, as in a preview, and so nobody is shut out.
    /// </param>
    public static string? For(
        long connectorId,
        ConnectorDefinition definition,
        AudienceJudge? judge
    )
    {
        if (!definition.DirectFinUsage)
        {
            return Disabled;
        }

        if (judge is null)
        {
            return null;
        }

        var choice = definition.AudienceOf(connectorId);
        if (judge.Judge(choice) == AudienceMatch.No)
        {
            return $"Audience: not in {NameOf(choice, judge)}";
        }

        return choice.Rollout.Includes(judge.Subject.Person.Id)
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Roll-out: outside the {choice.Rollout.Percent} %"
            );
    }

    private static string NameOf(AudienceChoice choice, AudienceJudge judge) =>
        choice.Custom is not null ? "the custom audience"
        : judge.NamesOf(choice) is { Count: > 0 } names
            ? string.Join(" or ", names.Select(name => $"\"{name}\""))
        : "an audience that was deleted";
}
