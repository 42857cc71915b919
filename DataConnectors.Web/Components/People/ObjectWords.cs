using DataConnectors.Core.Connectors;

namespace DataConnectors.Web.Components.People;

/// <summary>Types of objects as people read them.</summary>
internal static class ObjectWords
{
    /// <summary>A type that every workspace has, by its key: <c>Person</c>; null for custom objects.</summary>
    public static string? BuiltIn(string key) =>
        key switch
        {
            ObjectMapping.Person => "Person",
            ObjectMapping.Conversation => "Conversation",
            _ => null,
        };
}
