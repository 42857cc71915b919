using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>The method of a call.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<HttpMethodName>))]
public readonly record struct HttpMethodName(string Name) : IOpenName<HttpMethodName>
{
    /// <summary>Reads.</summary>
    public static HttpMethodName Get => new("get");

    /// <summary>Writes.</summary>
    public static HttpMethodName Post => new("post");

    /// <summary>Replaces.</summary>
    public static HttpMethodName Put => new("put");

    /// <summary>Deletes.</summary>
    public static HttpMethodName Delete => new("delete");

    /// <summary>Changes.</summary>
    public static HttpMethodName Patch => new("patch");

    /// <summary>The member with this name, known or not.</summary>
    public static HttpMethodName Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
