using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Web.Components.Connectors.Builder.Fin;

/// <summary>The three ways to say for whom a connector is.</summary>
public enum AudienceKind
{
    /// <summary>Nobody is left out.</summary>
    Everyone,

    /// <summary>Reusable audiences.</summary>
    FinAudiences,

    /// <summary>A rule of the connector's own.</summary>
    Custom,
}

/// <summary>
/// What was chosen before another kind of audience was tried, so that trying loses nothing: a definition holds one kind only. It lives as
/// long as the builder's page.
/// </summary>
public sealed class KeptAudience
{
    private IReadOnlyList<long> ids = [];
    private AudienceRule? rule;
    private AudienceKind? shown;

    /// <summary>A rule that waits to be chosen again; null for none.</summary>
    public AudienceRule? Rule => rule;

    /// <summary>The kind that is edited. Reusable audiences may be looked at while none is chosen, and then another kind still holds.</summary>
    public AudienceKind ShownFor(ConnectorDefinition definition) =>
        shown == AudienceKind.FinAudiences ? AudienceKind.FinAudiences : KindOf(definition);

    /// <summary>Forgets that reusable audiences were looked at: something else was chosen beside the cards.</summary>
    public void ShowWhatHolds() => shown = null;

    /// <summary>The kind that holds.</summary>
    public static AudienceKind KindOf(ConnectorDefinition definition) =>
        definition.CustomAudience is not null ? AudienceKind.Custom
        : definition.AudienceIds.Count > 0 ? AudienceKind.FinAudiences
        : AudienceKind.Everyone;

    /// <summary>The definition with another kind, as it was when it was last chosen.</summary>
    public ConnectorDefinition Choose(AudienceKind kind, ConnectorDefinition definition)
    {
        shown = kind;
        Keep(definition);
        return kind switch
        {
            AudienceKind.Everyone => definition with { AudienceIds = [], CustomAudience = null },

            // Nothing else ends before there is something to take its place.
            AudienceKind.FinAudiences when ids.Count == 0 => definition,
            AudienceKind.FinAudiences => definition with
            {
                AudienceIds = ids,
                CustomAudience = null,
            },
            _ => definition with
            {
                AudienceIds = [],
                CustomAudience =
                    rule ?? new AudienceRule { Conditions = [new AudienceCondition()] },
            },
        };
    }

    /// <summary>The definition with these reusable audiences; without any it is for everyone.</summary>
    public ConnectorDefinition Choose(IReadOnlyList<long> audiences, ConnectorDefinition definition)
    {
        shown = AudienceKind.FinAudiences;
        Keep(definition);
        ids = audiences;
        return definition with { AudienceIds = audiences, CustomAudience = null };
    }

    private void Keep(ConnectorDefinition definition)
    {
        rule = definition.CustomAudience ?? rule;
        ids = definition.AudienceIds.Count > 0 ? definition.AudienceIds : ids;
    }
}
