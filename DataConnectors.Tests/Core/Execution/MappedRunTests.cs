using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Logs;
using DataConnectors.Core.People;
using DataConnectors.Tests.Core.CustomObjects;
using DataConnectors.Tests.Core.Logs;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Core.Execution;

/// <summary>Runs with object mappings, from the API's answer to what is stored.</summary>
public sealed class MappedRunTests
{
    private const string Answer =
        """{"plan":"pro","email":"evil@example.com","orders":[{"id":1001,"status":"sent"},{"id":1002,"status":{"code":1}},{}]}""";

    [Theory]
    [InlineData(TestMode.Example)]
    [InlineData(TestMode.RealCall)]
    public async Task A_preview_and_a_test_show_the_changes_and_store_nothing(TestMode mode)
    {
        await using var harness = await ShopAsync();
        var profile =
            mode == TestMode.RealCall
                ? harness.Profiles.Test
                : ExecutionProfiles.Preview(new ExampleResponse(200, null, Answer));

        var result = await harness.RunAsync(
            Definition(harness),
            person: Some.PersonSnapshot(),
            profile: profile
        );

        Assert.True(result.IsSuccess, result.Failure?.Message);
        Assert.Equal(
            [("person", null), ("order", "1001"), ("order", "1002")],
            result.Changes.Select(change => (change.ObjectType, change.ExternalId))
        );
        Assert.Equal(3, result.Findings.Count);
        Assert.Empty(result.AcceptedChanges);
        await using var context = await harness.Database.Contexts.CreateDbContextAsync();
        Assert.False(await context.Set<CustomObject>().AnyAsync());
        Assert.False(await context.Set<ExecutionRecord>().AnyAsync());
        Assert.Equal("{}", (await context.Set<Person>().SingleAsync()).AttributesJson);
    }

    [Fact]
    public async Task A_live_run_stores_what_fits_and_records_what_does_not()
    {
        await using var harness = await ShopAsync();
        var recorder = await harness.Database.StartAsync();

        var result = await harness.RunAsync(Definition(harness), person: Some.PersonSnapshot());

        Assert.True(result.IsSuccess, result.Failure?.Message);
        await using var context = await harness.Database.Contexts.CreateDbContextAsync();
        var person = await context.Set<Person>().SingleAsync();
        Assert.Equal("""{"plan":"pro"}""", person.AttributesJson);
        Assert.Equal("grace@example.com", person.Email);
        var theirs = Assert.Single(
            await harness.Database.Get<CustomObjectQueries>().ListForPersonAsync(201, default)
        );
        Assert.Equal(["1002", "1001"], theirs.Objects.Select(order => order.ExternalId));
        Assert.All(theirs.Objects, order => Assert.Equal(result.Id, order.LastExecutionId));
        var record = await harness.Database.RecordOf(result);
        Assert.Equal(
            [
                "objectMappings[0].attributes[1].attribute",
                "objectMappings[1].identityPath",
                "objectMappings[1].attributes[0].responsePath",
            ],
            StoredExecution.Findings(record).Select(finding => finding.Path)
        );
        Assert.Equal(
            [("person", 1), ("order", 2)],
            StoredExecution.Changes(record).Select(change => (change.ObjectType, change.Count))
        );
        await recorder.StopAsync(default);
    }

    [Fact]
    public async Task A_redacted_field_is_stored_on_the_attribute_and_never_in_the_log()
    {
        await using var harness = await ShopAsync();
        var recorder = await harness.Database.StartAsync();
        var definition = Definition(harness);

        var result = await harness.RunAsync(
            definition with
            {
                ResponseFields =
                [
                    Some.Field("plan", isRedacted: true),
                    Some.Field("orders[].id", isRedacted: true),
                    Some.Field("orders[].status", isRedacted: true),
                ],
            },
            person: Some.PersonSnapshot()
        );

        var record = await harness.Database.RecordOf(result);
        var logged = string.Join(
            '\n',
            record.ChangesJson,
            record.FindingsJson,
            record.TraceJson,
            record.RawResponseBody,
            record.ShapedResponseBody
        );
        Assert.DoesNotContain("1001", logged, StringComparison.Ordinal);
        Assert.DoesNotContain("\"pro\"", logged, StringComparison.Ordinal);
        Assert.DoesNotContain("sent", logged, StringComparison.Ordinal);
        Assert.Equal(
            "sent",
            (await harness.Database.ObjectsAsync())
                .Single(order => order.ExternalId == "1001")
                .Attributes["status"]
                .GetString()
        );
        await recorder.StopAsync(default);
    }

    private static ConnectorDefinition Definition(ExecutorHarness harness) =>
        harness.Get("/customer") with
        {
            ObjectMappings =
            [
                new ObjectMapping { Attributes = [new("plan", "plan"), new("email", "email")] },
                SomeOrders.Mapping,
            ],
        };

    private static async Task<ExecutorHarness> ShopAsync()
    {
        var harness = await ExecutorHarness.CreateAsync(configure: services =>
            services.AddLogs(new ConfigurationBuilder().Build())
        );
        harness.Api.Answer("/customer", LoopbackAnswer.Json(Answer));
        await harness.Database.CreateOrderAsync();
        await harness.Database.CreateAttributeAsync("plan");
        await harness.Database.AddAsync(Some.Person());
        return harness;
    }
}
