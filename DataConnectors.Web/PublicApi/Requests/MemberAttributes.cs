namespace DataConnectors.Web.PublicApi.Requests;

/// <summary>The message for any value that the member cannot have, where the contract gives one.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RefusalAttribute(string message) : Attribute
{
    public string Message { get; } = message;
}

/// <summary>A member of answers that may be sent back, and is not looked at.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IgnoredWhenSentAttribute : Attribute;

/// <summary>A member that a request is refused without. Its type allows null, for the refusal to have words of its own.</summary>
/// <param name="member">Its name on the wire.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class NeededAttribute(string member) : Attribute
{
    public string Member { get; } = member;
}
