using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using DataConnectors.Web.Hosting.Seeding;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Web.Hosting.SignIn;

/// <summary>What the first admin enters.</summary>
/// <param name="Company">The workspace's name.</param>
/// <param name="Name">The admin's name.</param>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Password">The password, at least 12 characters.</param>
internal sealed record FirstAdmin(string Company, string Name, string Email, string Password);

/// <summary>Creates the workspace and its first admin, for whoever has the code.</summary>
internal sealed class CreateFirstAdmin(
    UserManager<Teammate> teammates,
    IDbContextFactory<DataConnectorsDbContext> contexts,
    FirstAdminInvitation invitation,
    SeedClient seedClient,
    IdGenerator ids,
    TimeProvider clock
)
{
    // Two posts of the same code at once must not make two admins.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>The teammate, or why not; the code ends with success.</summary>
    public async Task<Outcome<Teammate, Fault>> RunAsync(
        string? code,
        FirstAdmin admin,
        CancellationToken cancellationToken
    )
    {
        await OneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (
                !await invitation.IsValidAsync(code, cancellationToken)
                || await teammates.Users.AnyAsync(cancellationToken)
            )
            {
                return Fault.NotFound("link");
            }

            return await CreateAsync(admin, cancellationToken);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private async Task<Outcome<Teammate, Fault>> CreateAsync(
        FirstAdmin admin,
        CancellationToken cancellationToken
    )
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(admin.Company))
        {
            problems.Add(new Problem("company", "Enter the name of your company."));
        }

        if (string.IsNullOrWhiteSpace(admin.Name))
        {
            problems.Add(new Problem("name", "Enter your name."));
        }

        if (problems.Count > 0)
        {
            return Fault.Invalid(problems);
        }

        var teammate = new Teammate
        {
            Id = ids.Next(),
            Name = admin.Name.Trim(),
            UserName = admin.Email.Trim(),
            Email = admin.Email.Trim(),
            CanAccessDeveloperHub = true,
        };
        var created = await teammates.CreateAsync(teammate, admin.Password);
        if (!created.Succeeded)
        {
            return Fault.Invalid([.. Problems(created)]);
        }

        invitation.Revoke();
        await NameWorkspaceAsync(admin.Company.Trim(), cancellationToken);
        await seedClient.RunAsync(cancellationToken);
        return teammate;
    }

    private static IEnumerable<Problem> Problems(IdentityResult result) =>
        result
            .Errors.Where(error => !error.Code.Contains("UserName", StringComparison.Ordinal))
            .Select(error => new Problem(
                error.Code.Contains("Password", StringComparison.Ordinal) ? "password" : "email",
                error.Description
            ))
            .DefaultIfEmpty(new Problem("email", "Enter an email address."));

    private async Task NameWorkspaceAsync(string company, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Set<WorkspaceSettings>().AnyAsync(cancellationToken))
        {
            context.Add(
                new WorkspaceSettings
                {
                    Id = ids.Next(),
                    Name = company,
                    CreatedAt = clock.GetUtcNow(),
                }
            );
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
