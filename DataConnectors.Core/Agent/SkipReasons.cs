using DataConnectors.Core.Connectors;
using DataConnectors.Core.People;

namespace DataConnectors.Core.Agent;

/// <summary>Why Fin may not choose a live connector.</summary>
public static class SkipReasons
{
    /// <summary>The Fin tab says so.</summary>
    public const string Disabled = "Disabled: manual trigger only";

    /// <summary>The reason, or null when Fin may choose it.</summary>
    /// <param name="definition">The connector.</param>
    /// <param name="person">For whom; null where nobody in particular asks, as in a preview, and so nobody is shut out.</param>
    public static string? For(ConnectorDefinition definition, PersonSnapshot? person) =>
        !definition.DirectFinUsage ? Disabled
        : person is null || IsInAudience(definition, person) ? null
        : $"Audience: not for {NameOf(person.Role)}";

    private static bool IsInAudience(ConnectorDefinition definition, PersonSnapshot person) =>
        definition.Audiences.Count == 0 || definition.Audiences.Contains(person.Role);

    private static string NameOf(PersonRole role) =>
        role switch
        {
            PersonRole.Visitor => "visitors",
            PersonRole.Lead => "leads",
            PersonRole.User => "users",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, message: null),
        };
}
