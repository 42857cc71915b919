using Microsoft.Extensions.Options;

namespace DataConnectors.Web.Hosting;

/// <summary>Reports wrong settings as a list to mend, not as a stack trace.</summary>
internal static class SettingsFaults
{
    /// <summary>Checks the host's own settings at start. Features check theirs in the same way where they are added.</summary>
    public static IServiceCollection AddHostSettings(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidator>();
        services
            .AddOptions<DatabaseOptions>()
            .Bind(configuration.GetSection(DatabaseOptions.Section))
            .ValidateOnStart();
        return services;
    }

    /// <summary>Runs until the host stops. When settings are wrong, prints every fault of every section and returns 2.</summary>
    public static async Task<int> RunReportingFaultsAsync(this WebApplication app)
    {
        try
        {
            // The host would check them too, but log a stack trace first.
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            await app.RunAsync();
            return Environment.ExitCode;
        }
        catch (Exception exception) when (Faults(exception) is { Count: > 0 } faults)
        {
            await Console.Error.WriteLineAsync(
                $"""
                The server did not start: {faults.Count} setting(s) are wrong.
                {string.Join(Environment.NewLine, faults.Select(fault => $"  - {fault}"))}
                Settings come from appsettings.json, environment variables (Section__Key) and the command line (--Section:Key).
                """
            );
            return 2;
        }
    }

    private static List<string> Faults(Exception exception) =>
        exception switch
        {
            OptionsValidationException invalid => [.. invalid.Failures],
            AggregateException several
                when several.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            [
                .. several
                    .InnerExceptions.Cast<OptionsValidationException>()
                    .SelectMany(invalid => invalid.Failures),
            ],
            _ => [],
        };
}
