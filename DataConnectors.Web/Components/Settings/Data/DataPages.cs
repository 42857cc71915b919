using System.Globalization;

namespace DataConnectors.Web.Components.Settings.Data;

/// <summary>The addresses of the pages under Settings › Data, built in one place.</summary>
internal static class DataPages
{
    private const string AttributeList = "/settings/data/attributes";

    /// <summary>The reusable audiences.</summary>
    public const string Audiences = "/settings/data/audiences";

    /// <summary>The form of a new audience.</summary>
    public const string NewAudience = Audiences + "/new";

    /// <summary>One audience.</summary>
    public static string Audience(long audienceId) =>
        string.Create(CultureInfo.InvariantCulture, $"{Audiences}/{audienceId}");

    /// <summary>The types of custom objects.</summary>
    public const string CustomObjects = "/settings/data/custom-objects";

    /// <summary>The form of a new type. Keys have no hyphen, so none is hidden by it.</summary>
    public const string NewCustomObject = CustomObjects + "/new-type";

    /// <summary>The attributes of an owner; <paramref name="owner"/> is <c>person</c>, <c>conversation</c> or <c>company</c>.</summary>
    public static string Attributes(string owner = "person") =>
        owner == "person" ? AttributeList : $"{AttributeList}?of={owner}";

    /// <summary>The objects of a type, those that hold <paramref name="search"/>.</summary>
    public static string CustomObject(string key, string? search = null) =>
        string.IsNullOrWhiteSpace(search)
            ? $"{CustomObjects}/{key}"
            : $"{CustomObjects}/{key}?q={Uri.EscapeDataString(search.Trim())}";

    /// <summary>What a type consists of.</summary>
    public static string Definition(string key) => $"{CustomObjects}/{key}?tab=definition";

    /// <summary>One object.</summary>
    public static string Object(string key, long objectId) =>
        string.Create(CultureInfo.InvariantCulture, $"{CustomObjects}/{key}/{objectId}");
}
