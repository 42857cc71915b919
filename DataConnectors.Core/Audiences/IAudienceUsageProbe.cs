namespace DataConnectors.Core.Audiences;

/// <summary>Asks a feature above this one which reusable audiences it uses. Each feature that names them registers one.</summary>
public interface IAudienceUsageProbe
{
    /// <summary>Every use; the same one may be listed several times.</summary>
    Task<IReadOnlyList<AudienceUse>> ListAsync(CancellationToken cancellationToken);
}

/// <summary>A use of a reusable audience.</summary>
/// <param name="AudienceId">The audience.</param>
/// <param name="UsedBy">The name of the data connector that has it.</param>
public sealed record AudienceUse(long AudienceId, string UsedBy);
