using System.Globalization;
using System.Net;
using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Versioning;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Tests.Web.PublicApi;

/// <summary>The versions of a connector, over a socket.</summary>
public sealed class VersionTests(RunningConnectors host) : IClassFixture<RunningConnectors>
{
    [Fact]
    public async Task Versions_are_listed_newest_first_with_what_they_are_now()
    {
        var (connector, versions) = await PublishThreeAsync();

        var live = await host.GetAsync(Path(connector));
        await host.Get<SetToDraft>().RunAsync(host.Admin, connector, CancellationToken.None);
        var paused = await host.GetAsync(Path(connector));

        Assert.Equal(versions.Select(version => $"{version}").Reverse(), live.RowIds);
        Assert.Equal(["live", "previously_live", "previously_live"], Statuses(live));
        Assert.Equal(["paused", "previously_live", "previously_live"], Statuses(paused));
        Assert.Equal(20, live.Json.GetProperty("pages").GetProperty("per_page").GetInt32());
        await using var context = await host.ContextAsync();
        var stored = await context
            .Set<ConnectorVersion>()
            .SingleAsync(version => version.Id == versions[2]);
        Assert.Equal(
            JsonSerializer.Serialize(
                new
                {
                    type = "data_connector_version",
                    id = $"{versions[2]}",
                    status = "live",
                    note = "Note 3",
                    author = new
                    {
                        type = "admin",
                        id = $"{host.Admin.TeammateId}",
                        name = host.Admin.Name,
                    },
                    created_at = stored.CreatedAt.UtcDateTime.ToString(
                        "yyyy-MM-ddTHH:mm:ssZ",
                        CultureInfo.InvariantCulture
                    ),
                    entity_version_id = "3",
                }
            ),
            live.Rows[0].GetRawText()
        );
    }

    [Fact]
    public async Task Pages_of_versions_are_clamped_and_follow_each_other()
    {
        var (connector, versions) = await PublishThreeAsync();

        var first = await host.GetAsync(Path(connector) + "?per_page=2");
        var second = await host.GetAsync(
            $"{Path(connector)}?per_page=2&starting_after={Uri.EscapeDataString(first.Next!)}"
        );
        var large = await host.GetAsync(Path(connector) + "?per_page=1000");

        Assert.Equal([$"{versions[2]}", $"{versions[1]}"], first.RowIds);
        Assert.Equal([$"{versions[0]}"], second.RowIds);
        Assert.Null(second.Next);
        Assert.Equal(50, large.Json.GetProperty("pages").GetProperty("per_page").GetInt32());
    }

    [Fact]
    public async Task The_note_of_a_version_is_all_that_changes()
    {
        var (connector, versions) = await PublishThreeAsync();
        var path = $"{Path(connector)}/{versions[0]}";
        var before = await host.GetAsync(path);

        // An answer may be sent back as it came.
        var answer = await host.PatchAsync(
            path,
            before
                .Text.Replace("Note 1", " Changed ", StringComparison.Ordinal)
                .Replace("previously_live", "live", StringComparison.Ordinal)
        );

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            before.Text.Replace("Note 1", "Changed", StringComparison.Ordinal),
            answer.Text
        );
        Assert.Equal(answer.Text, (await host.GetAsync(path)).Text);
    }

    [Theory]
    [InlineData("{}", "parameter_not_found", "note is required.", "note")]
    [InlineData(
        """{"note":7}""",
        "parameter_invalid",
        "note must be a string, not a number like this one.",
        "note"
    )]
    [InlineData(
        """{"note":"a","name":"b"}""",
        "parameter_invalid",
        "There is no name. The API reference lists what can be sent.",
        "name"
    )]
    public async Task A_change_of_anything_else_is_refused(
        string body,
        string code,
        string message,
        string field
    )
    {
        var (connector, versions) = await PublishThreeAsync();

        (await host.PatchAsync($"{Path(connector)}/{versions[0]}", body)).AssertError(
            HttpStatusCode.UnprocessableEntity,
            code,
            message,
            field
        );
    }

    [Fact]
    public async Task A_note_has_an_end()
    {
        var (connector, versions) = await PublishThreeAsync();

        (
            await host.PatchAsync(
                $"{Path(connector)}/{versions[0]}",
                $$"""{"note":"{{new string('a', 501)}}"}"""
            )
        ).AssertError(
            HttpStatusCode.UnprocessableEntity,
            "parameter_invalid",
            "The note is longer than 500 characters. Shorten it.",
            "note"
        );
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var (connector, versions) = await PublishThreeAsync();
        var elsewhere = await host.DraftAsync(host.Order());

        (await host.GetAsync(Path(7))).AssertError(
            HttpStatusCode.NotFound,
            "data_connector_not_found",
            "Data connector not found"
        );
        (await host.GetAsync($"{Path(7)}/{versions[0]}")).AssertError(
            HttpStatusCode.NotFound,
            "data_connector_not_found",
            "Data connector not found"
        );
        foreach (var path in new[] { $"{Path(connector)}/1", $"{Path(elsewhere)}/{versions[0]}" })
        {
            (await host.GetAsync(path)).AssertError(
                HttpStatusCode.NotFound,
                "data_connector_version_not_found",
                "Data connector version not found"
            );
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await host.PatchAsync(path, """{"note":"x"}""")).Status
            );
        }
    }

    [Fact]
    public async Task Versions_have_scopes_of_their_own()
    {
        var (connector, versions) = await PublishThreeAsync();
        var read = await host.TokenAsync(ApiScopes.ReadVersions);
        var write = await host.TokenAsync(ApiScopes.ReadWriteVersions);
        var connectors = await host.TokenAsync(ApiScopes.ReadWriteConnectors);
        var path = $"{Path(connector)}/{versions[0]}";

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(path, read)).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(path, write)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync(path, connectors)).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await host.PatchAsync(path, """{"note":"x"}""", read)).Status
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await host.PatchAsync(path, """{"note":"x"}""", write)).Status
        );
    }

    private async Task<(long Connector, IReadOnlyList<long> Versions)> PublishThreeAsync()
    {
        var connector = await host.DraftAsync(host.Order());
        var versions = new List<long>();
        for (var revision = 1; revision <= 3; revision++)
        {
            versions.Add(
                (await host.PublishAsync(connector, revision, $"Note {revision}")).VersionId
            );
            await host.Get<SaveDraft>()
                .RunAsync(
                    host.Admin,
                    connector,
                    host.Order() with
                    {
                        InternalDescription = $"{revision}",
                    },
                    revision,
                    CancellationToken.None
                );
        }

        return (connector, versions);
    }

    private static IEnumerable<string?> Statuses(ApiAnswer answer) =>
        answer.Rows.Select(row => row.GetProperty("status").GetString());

    private static string Path(long connector) => $"/data_connectors/{connector}/versions";
}
