using System.Runtime.InteropServices;
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
            return FindTwice(value) is { } path
                ? $"The member {path} stands twice. Send it once."
                : null;
        }
        catch (InvalidOperationException)
        {
            return "A text in the body holds an escape such as \\ud800 that is half of a character.";
        }
    }

    // The path is put together on the way back: nearly always there is none to tell.
    private static string? FindTwice(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var names = new HashSet<string>(StringComparer.Ordinal);
                foreach (var member in value.EnumerateObject())
                {
                    if (!names.Add(member.Name))
                    {
                        return member.Name;
                    }

                    if (FindTwice(member.Value) is { } found)
                    {
                        return found.StartsWith('[')
                            ? member.Name + found
                            : $"{member.Name}.{found}";
                    }
                }

                return null;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    if (FindTwice(item) is { } found)
                    {
                        return found.StartsWith('[') ? $"[{index}]{found}" : $"[{index}].{found}";
                    }

                    index++;
                }

                return null;
            case JsonValueKind.String when JsonMarshal.GetRawUtf8Value(value).Contains((byte)'\\'):
                // Reading it is the check. Without an escape it is what was sent, which is valid.
                _ = value.GetString();
                return null;
            default:
                return null;
        }
    }
}
