using System.Text.Json;

namespace DataConnectors.Web.PublicApi.Requests;

/// <summary>Finds what is JSON by the letter and still cannot be read in one way only.</summary>
internal static class JsonNames
{
    /// <summary>The first name that stands twice in an object, or text that holds half a character; null when there is none.</summary>
    public static string? FindFault(JsonElement value)
    {
        try
        {
            return FindTwice(value, "") is { } path
                ? $"The member {path} stands twice. Send it once."
                : null;
        }
        catch (InvalidOperationException)
        {
            return "A text in the body holds an escape such as \\ud800 that is half of a character.";
        }
    }

    private static string? FindTwice(JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var names = new HashSet<string>(StringComparer.Ordinal);
                foreach (var member in value.EnumerateObject())
                {
                    var place = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
                    if (!names.Add(member.Name))
                    {
                        return place;
                    }

                    if (FindTwice(member.Value, place) is { } found)
                    {
                        return found;
                    }
                }

                return null;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    if (FindTwice(item, $"{path}[{index++}]") is { } found)
                    {
                        return found;
                    }
                }

                return null;
            case JsonValueKind.String:
                // Reading it is the check.
                _ = value.GetString();
                return null;
            default:
                return null;
        }
    }
}
