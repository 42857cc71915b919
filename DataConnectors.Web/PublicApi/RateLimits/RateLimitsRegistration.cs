namespace DataConnectors.Web.PublicApi.RateLimits;

/// <summary>Registers the limits of the public API.</summary>
internal static class RateLimitsRegistration
{
    /// <summary>Adds the counting, set up by the section <c>RateLimits</c>.</summary>
    public static IServiceCollection AddRateLimits(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<RateLimitOptions>()
            .Bind(configuration.GetSection(RateLimitOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddSingleton<RateCount>();
    }
}
