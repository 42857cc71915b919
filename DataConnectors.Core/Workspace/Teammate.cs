using Microsoft.AspNetCore.Identity;

namespace DataConnectors.Core.Workspace;

/// <summary>A person who uses the console. Signs in with email and password.</summary>
public sealed class Teammate : IdentityUser<long>
{
    /// <summary>The name that others see beside what this teammate did.</summary>
    public string Name { get; set; } = "";

    /// <summary>The permission "Can access developer hub": needed to create, change, test or set live a connector.</summary>
    public bool CanAccessDeveloperHub { get; set; }
}
