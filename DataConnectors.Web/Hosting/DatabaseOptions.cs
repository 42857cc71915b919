using Microsoft.Extensions.Options;

namespace DataConnectors.Web.Hosting;

/// <summary>Which database keeps the data. Section <c>Database</c>.</summary>
internal sealed class DatabaseOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Database";

    /// <summary>The only provider of this build.</summary>
    public const string Sqlite = "sqlite";

    /// <summary><c>sqlite</c> (default).</summary>
    public string Provider { get; init; } = Sqlite;
}

/// <summary>Refuses a provider that this build does not have, rather than storing somewhere unexpected.</summary>
internal sealed class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options) =>
        options.Provider.ToLowerInvariant() switch
        {
            DatabaseOptions.Sqlite => ValidateOptionsResult.Success,
            "postgresql" => ValidateOptionsResult.Fail(
                "Database:Provider is \"postgresql\", but this build has SQLite only. Set it to \"sqlite\" or remove it."
            ),
            _ => ValidateOptionsResult.Fail(
                $"Database:Provider is \"{options.Provider}\", which is not known. Set it to \"sqlite\" or remove it."
            ),
        };
}
