using DataConnectors.Core.People;

namespace DataConnectors.Core.Audiences;

/// <summary>
/// The rule that stands for a list of roles: what connectors had before audiences existed, and what the contract of the public API calls
/// <c>audiences</c>.
/// </summary>
public static class RoleAudience
{
    /// <summary>The rule; null for no roles, which is everyone.</summary>
    public static AudienceRule? Of(IReadOnlyList<PersonRole> roles) =>
        roles.Count == 0
            ? null
            : new AudienceRule
            {
                Conditions =
                [
                    new AudienceCondition
                    {
                        Attribute = AttributeCatalog.Role,
                        Comparison = AudienceComparison.InList,
                        Values = [.. roles.Distinct().Select(AttributeCatalog.NameOf)],
                    },
                ],
            };

    /// <summary>The roles, in order, of a rule that is exactly such a list; null for any other rule.</summary>
    public static IReadOnlyList<PersonRole>? Read(AudienceRule? rule)
    {
        if (
            rule
            is not {
                Join: AudienceJoin.All,
                Groups.Count: 0,
                Conditions: [
                    {
                        Attribute: AttributeCatalog.Role,
                        Comparison: AudienceComparison.InList,
                        Values: { Count: > 0 } names
                    },
                ]
            }
        )
        {
            return null;
        }

        var roles = new List<PersonRole>(names.Count);
        foreach (var name in names)
        {
            var role = Enum.GetValues<PersonRole>()
                .Where(role => AttributeCatalog.NameOf(role) == name)
                .Select(role => (PersonRole?)role)
                .FirstOrDefault();
            if (role is not { } known || roles.Contains(known))
            {
                return null;
            }

            roles.Add(known);
        }

        return roles;
    }
}
