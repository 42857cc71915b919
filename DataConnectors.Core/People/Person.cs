namespace DataConnectors.Core.People;

/// <summary>Somebody who uses the Messenger.</summary>
public sealed class Person : IAttributed
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>How well the workspace knows them.</summary>
    public PersonRole Role { get; set; }

    /// <summary>The id that the workspace's own systems use (<c>user_id</c>); null for visitors.</summary>
    public string? ExternalId { get; set; }

    /// <summary>The full name; null when unknown.</summary>
    public string? Name { get; set; }

    /// <summary>The email address; null when unknown.</summary>
    public string? Email { get; set; }

    /// <summary>The phone number; null when unknown.</summary>
    public string? Phone { get; set; }

    /// <summary>Values of the attributes defined in this workspace, by name, as a JSON object.</summary>
    public string AttributesJson { get; set; } = "{}";

    /// <summary>Whether the console offers this person for tests and for trying the Messenger.</summary>
    public bool IsTestPerson { get; set; }

    /// <summary>The company they belong to; null for none.</summary>
    public long? CompanyId { get; set; }

    /// <summary>When the person was first seen.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When they made their account, where a program said so; null when unknown.</summary>
    public DateTimeOffset? SignedUpAt { get; set; }

    /// <summary>When the person was last there; null when not since that is kept.</summary>
    public DateTimeOffset? LastSeenAt { get; set; }
}

/// <summary>How well the workspace knows a person.</summary>
public enum PersonRole
{
    /// <summary>Nothing is known.</summary>
    Visitor,

    /// <summary>Left an email address or phone number, and is not signed in.</summary>
    Lead,

    /// <summary>Has an account and is signed in.</summary>
    User,
}
