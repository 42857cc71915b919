namespace DataConnectors.Core.Audiences;

/// <summary>For whom something is: everyone, those of any of several reusable audiences, or those of a custom one; and which share of them.</summary>
/// <param name="AudienceIds">Reusable audiences, of which one is enough; empty for none.</param>
/// <param name="Custom">A rule of its own; null for none. Without either it is for everyone.</param>
/// <param name="Rollout">Which share.</param>
public sealed record AudienceChoice(
    IReadOnlyList<long> AudienceIds,
    AudienceRule? Custom,
    Rollout Rollout
)
{
    /// <summary>Whether it is for everyone, the share aside.</summary>
    public bool IsEveryone => AudienceIds.Count == 0 && Custom is null;
}
