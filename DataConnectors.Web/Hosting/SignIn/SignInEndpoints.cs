using DataConnectors.Core.Workspace;
using DataConnectors.Web.Hosting.Seeding;
using Microsoft.AspNetCore.Identity;

namespace DataConnectors.Web.Hosting.SignIn;

/// <summary>The forms of sign-in and sign-out that are not pages.</summary>
internal static class SignInEndpoints
{
    /// <summary>Maps sign-out and, in Development only, the way in as the demo admin: elsewhere that endpoint does not exist.</summary>
    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost(
                "/sign-out",
                async (SignInManager<Teammate> signIn) =>
                {
                    await signIn.SignOutAsync();
                    return Results.LocalRedirect("~/sign-in");
                }
            )
            .RefuseForgeries()
            .AllowAnonymous();

        if (app.Environment.IsDevelopment())
        {
            app.MapPost(
                    "/sign-in/demo",
                    async (
                        string? returnUrl,
                        SignInManager<Teammate> signIn,
                        UserManager<Teammate> teammates
                    ) =>
                    {
                        var admin = await teammates.FindByEmailAsync(DemoWorkspace.AdminEmail);
                        if (admin is null)
                        {
                            return Results.NotFound();
                        }

                        await signIn.SignInAsync(admin, isPersistent: false);
                        return Results.LocalRedirect("~" + LocalUrl.OrStart(returnUrl));
                    }
                )
                .RefuseForgeries()
                .AllowAnonymous();
        }
    }
}
