using DataConnectors.Core.DeveloperApps;
using Microsoft.Extensions.Options;

namespace DataConnectors.Web.Hosting.Seeding;

/// <summary>An OAuth client that is there from the start. Section <c>DeveloperHub:SeedClient</c>.</summary>
internal sealed class SeedClientOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "DeveloperHub:SeedClient";

    /// <summary>What it is known by; empty for no such client.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>Its only secret.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>What it may ask for, separated by spaces; empty for everything.</summary>
    public string Scopes { get; init; } = "";

    /// <summary>The scopes by themselves.</summary>
    public IReadOnlyList<string> AllScopes =>
        Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } named
            ? named
            : ApiScopes.All;
}

/// <summary>Refuses half a client, and scopes that do not exist.</summary>
internal sealed class SeedClientOptionsValidator : IValidateOptions<SeedClientOptions>
{
    public ValidateOptionsResult Validate(string? name, SeedClientOptions options)
    {
        var faults = new List<string>();
        if (options.ClientId.Length > 0 != options.ClientSecret.Length > 0)
        {
            faults.Add(
                "DeveloperHub:SeedClient needs both ClientId and ClientSecret. Set the other one, or remove both."
            );
        }

        faults.AddRange(
            options
                .AllScopes.Except(ApiScopes.All, StringComparer.Ordinal)
                .Select(scope =>
                    $"DeveloperHub:SeedClient:Scopes has \"{scope}\", which is not a scope. Choose from: {string.Join(' ', ApiScopes.All)}."
                )
        );
        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults);
    }
}
