using System.Text.RegularExpressions;
using DataConnectors.Core.Execution;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Architecture;

/// <summary>Boundaries that namespaces alone do not show, read from the source.</summary>
public sealed class BoundaryTests
{
    [Fact]
    public void Core_references_no_ASP_NET_Core()
    {
        var references = typeof(ConnectorExecutor).Assembly.GetReferencedAssemblies();

        // Identity's entity types are plain classes in a package of the extensions family, not of the web framework.
        Assert.DoesNotContain(
            references,
            reference =>
                reference.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void No_stage_knows_whether_it_is_a_preview_a_test_or_live() =>
        Assert.DoesNotContain(
            Lines("DataConnectors.Core/Execution/Stages"),
            line => Regex.IsMatch(line, @"ExecutionProfile|Preview|\bLive\b|ExampleTransport")
        );

    [Fact]
    public void Only_egress_builds_an_http_handler() =>
        Assert.All(
            Lines("DataConnectors.Core")
                .Concat(Lines("DataConnectors.Web"))
                .Where(line =>
                    Regex.IsMatch(
                        line,
                        @"\bnew (SocketsHttpHandler|HttpClient|HttpMessageInvoker)\b|SocketsHttpHandler Create"
                    )
                ),
            line => Assert.StartsWith("DataConnectors.Core/Egress/", line)
        );

    [Fact]
    public void Secrets_are_opened_only_where_bytes_are_written_or_encrypted()
    {
        string[] openers =
        [
            "DataConnectors.Core/Execution/Transport/HttpMessages.cs",
            "DataConnectors.Core/Credentials/",
            // The key of a language model goes into its client.
            "DataConnectors.Core/Agent/LanguageModel/ChatEndpoint.cs",
            // Where notifications are signed.
            "DataConnectors.Core/Webhooks/Signing/",
            // Client secrets are compared and access tokens hashed here.
            "DataConnectors.Core/DeveloperApps/",
            // User tokens are signed and checked here, and session tokens hashed.
            "DataConnectors.Core/Messaging/Identity/",
            "DataConnectors.Core/Messaging/Sessions/SessionToken.cs",
            // A session token goes to its browser.
            "DataConnectors.Web/Messenger/SessionEndpoints.cs",
            // An access token goes to its app, and a new secret to the teammate who made it, once.
            "DataConnectors.Web/PublicApi/OAuth/WireForm.cs",
            "DataConnectors.Web/Components/Settings/DeveloperHub/ShownOnce.razor",
            "DataConnectors.Web/Hosting/DataProtectionSecretProtector.cs",
        ];

        Assert.All(
            Lines("DataConnectors.Core")
                .Concat(Lines("DataConnectors.Web"))
                .Where(line => line.Contains(".Open()", StringComparison.Ordinal)),
            line =>
                Assert.Contains(
                    openers,
                    opener => line.StartsWith(opener, StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void Components_never_touch_the_database() =>
        Assert.DoesNotContain(
            Lines("DataConnectors.Web/Components"),
            line => Regex.IsMatch(line, "EntityFrameworkCore|DbContext")
        );

    private static IEnumerable<string> Lines(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Checkout.Root, folder), "*", SearchOption.AllDirectories)
            .Where(file =>
                file.EndsWith(".cs", StringComparison.Ordinal)
                || file.EndsWith(".razor", StringComparison.Ordinal)
            )
            .Select(file => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'))
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/bin/", StringComparison.Ordinal)
            )
            .SelectMany(file =>
                File.ReadLines(Path.Combine(Checkout.Root, file))
                    .Select(line => $"{file}: {line.Trim()}")
            );
}
