using DataConnectors.Core.People;

namespace DataConnectors.Web.Components.Messenger;

/// <summary>How a test person is named where one is chosen.</summary>
internal static class PersonLabels
{
    /// <summary>"Ana Ruiz (user)"; a visitor without a name is "Visitor".</summary>
    public static string Of(PersonSnapshot person)
    {
        var role = person.Role.ToString();
        return string.Equals(person.DisplayName, role, StringComparison.Ordinal)
            ? role
            : $"{person.DisplayName} ({role.ToLowerInvariant()})";
    }
}
