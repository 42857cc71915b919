using DataConnectors.Core.Credentials;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.People;

namespace DataConnectors.Core.Connectors;

/// <summary>What the rules must know of the workspace to judge a definition.</summary>
/// <param name="Tokens">The tokens that exist.</param>
/// <param name="Attributes">The attributes that placeholders may name.</param>
/// <param name="Objects">The objects that mappings may write.</param>
public sealed record ConnectorRuleContext(
    IReadOnlyList<TokenSummary> Tokens,
    IReadOnlyList<KnownAttribute> Attributes,
    ObjectSchema Objects
)
{
    /// <summary>The names of the reusable audiences that exist, by id.</summary>
    public IReadOnlyDictionary<long, string> AudienceNames { get; init; } =
        new Dictionary<long, string>();

    /// <summary>What is known of the code in the definition.</summary>
    public CodeVerdicts Code { get; init; } = CodeVerdicts.None;

    /// <summary>Nothing of the workspace is known yet.</summary>
    public static ConnectorRuleContext Empty { get; } = new([], [], ObjectSchema.Empty);
}
