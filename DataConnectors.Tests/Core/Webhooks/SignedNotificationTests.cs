using System.Globalization;
using System.Text.Json;
using DataConnectors.Core.Events;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Logs;
using DataConnectors.Core.Webhooks;
using DataConnectors.Core.Workspace;
using DataConnectors.Tests.Core.Logs;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Webhooks;

/// <summary>What arrives, verified as an outsider would: from the bytes of the request and the two secrets.</summary>
public sealed class SignedNotificationTests
{
    private readonly FakeTimeProvider clock = new(Some.Instant);

    [Fact]
    public async Task A_recorded_execution_arrives_as_the_original_sends_it()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        await workspace.SubscribeAsync(receiver.BaseUrl + "/hooks?from=shop");
        await workspace.StartAsync();
        var run = Finished.Execution(connectorId: 77);

        await workspace.Database.RecordAsync(run);
        await workspace.UntilAttemptsAsync(1);

        var request = Assert.Single(WebhookWorkspace.Notifications(receiver));
        Assert.Equal("/hooks?from=shop", request.Target);
        Assert.Equal("application/json; charset=utf-8", request.Header("Content-Type"));
        using var body = JsonDocument.Parse(request.Body);
        var envelope = body.RootElement;
        Assert.Equal(
            [
                "type",
                "topic",
                "id",
                "app_id",
                "created_at",
                "delivery_attempts",
                "first_sent_at",
                "data",
            ],
            envelope.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal("notification_event", envelope.GetProperty("type").GetString());
        Assert.Equal(
            "data_connector.execution.completed",
            envelope.GetProperty("topic").GetString()
        );
        Assert.StartsWith(
            "notif_",
            envelope.GetProperty("id").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(IdCode.Of(46655), envelope.GetProperty("app_id").GetString());
        Assert.Equal(
            Some.Instant.ToUnixTimeSeconds(),
            envelope.GetProperty("created_at").GetInt64()
        );
        Assert.Equal(1, envelope.GetProperty("delivery_attempts").GetInt32());
        Assert.Equal(
            Some.Instant.ToUnixTimeSeconds(),
            envelope.GetProperty("first_sent_at").GetInt64()
        );
        var data = envelope.GetProperty("data");
        Assert.Equal("notification_event_data", data.GetProperty("type").GetString());
        Assert.Equal(
            $$"""{"type":"data_connector.execution","id":"{{run.Id}}","app_id":"{{IdCode.Of(46655)}}","action_id":"77","action_name":"Get order status","success":true,"http_status":200,"error_type":null,"execution_time_ms":12,"completed_at":"2026-03-02T09:30:00Z","source_type":"fin","source_id":null,"conversation_id":"301","user_id":"201","admin_id":null}""",
            data.GetProperty("item").GetRawText()
        );
    }

    [Theory]
    [InlineData(ErrorType.ThirdParty, "third_party_error")]
    [InlineData(ErrorType.Connection, "faraday_error")]
    public async Task A_failed_execution_says_how_it_failed(ErrorType type, string name)
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        await workspace.SubscribeAsync(receiver.BaseUrl, EventTopics.ExecutionCompleted);
        await workspace.StartAsync();

        await workspace.Database.RecordAsync(
            Finished.Failure(type) with
            {
                Response = null,
                PersonId = null,
                ConversationId = null,
            }
        );
        await workspace.UntilAttemptsAsync(1);

        var item = Item(Assert.Single(WebhookWorkspace.Notifications(receiver)));
        Assert.False(item.GetProperty("success").GetBoolean());
        Assert.Equal(0, item.GetProperty("http_status").GetInt32());
        Assert.Equal(name, item.GetProperty("error_type").GetString());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("user_id").ValueKind);
        Assert.Equal(JsonValueKind.Null, item.GetProperty("conversation_id").ValueKind);
    }

    [Fact]
    public async Task Both_signatures_verify()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        var (_, secret) = await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.StartAsync();

        await workspace.HappenAsync();
        await workspace.UntilAttemptsAsync(1);

        var request = Assert.Single(WebhookWorkspace.Notifications(receiver));
        Assert.Equal(
            ExpectedSignatures.Hub(WebhookWorkspace.ClientSecret, request),
            request.Header("X-Hub-Signature")
        );
        Assert.Equal(
            Some.Instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            request.Header("webhook-timestamp")
        );
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal(body.RootElement.GetProperty("id").GetString(), request.Header("webhook-id"));
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.Equal(
            ExpectedSignatures.Standard(secret, request),
            request.Header("webhook-signature")
        );
    }

    [Fact]
    public async Task For_a_day_after_a_rotation_both_secrets_sign()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        var (appId, former) = await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.StartAsync();

        var rotated = await workspace
            .Database.Get<RotateWebhookSecret>()
            .RunAsync(Some.Actor, appId, CancellationToken.None);
        await workspace.HappenAsync();
        await workspace.UntilAttemptsAsync(1);
        clock.Advance(TimeSpan.FromDays(1));
        await workspace.HappenAsync();
        await workspace.UntilAttemptsAsync(2);

        var current = rotated.Value.Open();
        var requests = WebhookWorkspace.Notifications(receiver);
        Assert.Equal(
            $"{ExpectedSignatures.Standard(current, requests[0])} {ExpectedSignatures.Standard(former, requests[0])}",
            requests[0].Header("webhook-signature")
        );
        Assert.Equal(
            ExpectedSignatures.Standard(current, requests[1]),
            requests[1].Header("webhook-signature")
        );
    }

    [Fact]
    public async Task Secrets_are_stored_encrypted()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        var (_, secret) = await workspace.SubscribeAsync(receiver.BaseUrl);

        var stored = await workspace.SubscriptionAsync();

        Assert.DoesNotContain(
            secret["whsec_".Length..],
            stored.ProtectedSecret,
            StringComparison.Ordinal
        );
    }

    private static JsonElement Item(LoopbackRequest request) =>
        Some.Json(request.BodyText).GetProperty("data").GetProperty("item");
}
