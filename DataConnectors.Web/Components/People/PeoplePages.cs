using System.Globalization;
using DataConnectors.Core.People;

namespace DataConnectors.Web.Components.People;

/// <summary>The addresses of the pages about people, built in one place.</summary>
internal static class PeoplePages
{
    private const string People = "/people";

    /// <summary>The list of those that match.</summary>
    public static string List(string? search = null, PersonRole? role = null)
    {
        List<string> query = [];
        if (!string.IsNullOrWhiteSpace(search))
        {
            query.Add($"q={Uri.EscapeDataString(search.Trim())}");
        }

        if (role is { } chosen)
        {
            query.Add($"role={chosen.ToString().ToLowerInvariant()}");
        }

        return query.Count == 0 ? People : $"{People}?{string.Join('&', query)}";
    }

    /// <summary>One person.</summary>
    public static string Person(long personId) =>
        string.Create(CultureInfo.InvariantCulture, $"{People}/{personId}");
}
