using DataConnectors.Core.Workspace;
using DataConnectors.Web.Hosting.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace DataConnectors.Web.Hosting.SignIn;

/// <summary>Teammates sign in with email and password and are known by a cookie.</summary>
internal static class SignInRegistration
{
    /// <summary>Failures in a row before an account is locked.</summary>
    public const int MaxFailures = 5;

    /// <summary>How long it is locked.</summary>
    public static readonly TimeSpan LockoutDuration = TimeSpan.FromMinutes(5);

    /// <summary>Adds identity, the cookie and the rule that every endpoint needs a signed-in teammate unless it says otherwise.</summary>
    public static IServiceCollection AddSignIn(
        this IServiceCollection services,
        string dataDirectory,
        IHostEnvironment environment
    )
    {
        services
            .AddIdentityCore<Teammate>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Lockout.MaxFailedAccessAttempts = MaxFailures;
                options.Lockout.DefaultLockoutTimeSpan = LockoutDuration;

                // Length is what makes a password hard to guess; forced character classes make it hard to remember.
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            })
            .AddSignInManager()
            .AddClaimsPrincipalFactory<TeammateClaimsFactory>();
        services.AddScoped<IUserStore<Teammate>, TeammateStore>();
        services.Configure<SecurityStampValidatorOptions>(options =>
            options.ValidationInterval = TeammateRevalidation.Interval
        );
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(
                IdentityConstants.ApplicationScheme,
                options =>
                {
                    options.Cookie.Name = "dataconnectors";
                    options.Cookie.HttpOnly = true;
                    options.Cookie.SameSite = SameSiteMode.Lax;
                    options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    options.LoginPath = "/sign-in";
                    options.ReturnUrlParameter = "returnUrl";
                    options.ExpireTimeSpan = TimeSpan.FromDays(7);
                    options.Events.OnValidatePrincipal =
                        SecurityStampValidator.ValidatePrincipalAsync;
                }
            );
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, TeammateRevalidation>();
        services.AddScoped<CurrentActor>();

        services.AddSingleton(provider => new FirstAdminInvitation(
            Path.Combine(dataDirectory, "first-admin.json"),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddScoped<CreateFirstAdmin>();
        if (!environment.IsDevelopment())
        {
            services.AddSingleton<IStartupTask, InviteFirstAdmin>();
        }

        return services;
    }
}
