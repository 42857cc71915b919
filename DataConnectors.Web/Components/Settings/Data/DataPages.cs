using System.Globalization;

namespace DataConnectors.Web.Components.Settings.Data;

/// <summary>The addresses of the pages under Settings › Data, built in one place.</summary>
internal static class DataPages
{
    private const string AttributeList = "/settings/data/attributes";

    /// <summary>The types of custom objects.</summary>
    public const string CustomObjects = "/settings/data/custom-objects";

    /// <summary>The attributes of an owner; <paramref name="owner"/> is <c>person</c> or <c>conversation</c>.</summary>
    public static string Attributes(string owner = "person") => $"{AttributeList}?of={owner}";

    /// <summary>A type of custom objects, at one of them or at none.</summary>
    public static string CustomObject(string key, long? objectId = null) =>
        objectId is null
            ? $"{CustomObjects}/{key}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{CustomObjects}/{key}?object={objectId}"
            );
}
