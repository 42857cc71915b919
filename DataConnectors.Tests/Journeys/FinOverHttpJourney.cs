using DataConnectors.Client.Models;
using DataConnectors.Client.Names;
using DataConnectors.Tests.Client;
using DataConnectors.Tests.Web.PublicApi.Fin;

namespace DataConnectors.Tests.Journeys;

/// <summary>A program with nothing but the API has Fin look up an order, and learns why it answered so.</summary>
[Collection(ApiServer.Name)]
public sealed class FinOverHttpJourney(ApiServer server)
{
    [Fact]
    public async Task A_program_has_Fin_ask_for_the_order_look_it_up_and_say_why()
    {
        using var client = server.Client();
        var token = await client.AuthTokens.CreateAsync(
            new()
            {
                Name = $"Fin journey {Guid.NewGuid():N}",
                TokenValue = "demo-store-key",
                RequestHeaderKey = "X-Api-Key",
            }
        );
        var connector = await client.Connectors.CreateAsync(
            new()
            {
                Name = "Quarry freight lookup",
                Description = "Finds where a quarry freight is, by its freight number.",
                Url = server.Console.StoreAddress + "/orders/{{freight_number}}",
                TokenIds = [token.Id],
                DataInputs =
                [
                    new()
                    {
                        Name = "freight_number",
                        Description = "The freight number",
                        Required = true,
                    },
                ],
            }
        );
        await client.Connectors.UpdateAsync(connector.Id, new() { State = ConnectorState.Live });
        var id = $"journey-{Guid.NewGuid():N}";
        var user = new FinUser { Id = "journey-user" };

        var started = await client.Fin.StartAsync(
            new()
            {
                ConversationId = id,
                Message = "Where is my quarry freight?",
                User = user,
            }
        );
        using var stream = await FinStream.OpenAsync(started.SseSubscriptionUrl!.ToString());
        await stream.ReadUntilAsync("fin_status_updated awaiting_user_reply");
        await client.Fin.ReplyAsync(
            new()
            {
                ConversationId = id,
                Message = "1042",
                User = user,
            }
        );
        var answered = await stream.ReadUntilAsync("fin_status_updated awaiting_user_reply");
        var trace = await client.Fin.GetTraceAsync(id);

        Assert.Equal(2, trace.Turns.Count);
        var turn = trace.Turns[1];
        Assert.Equal(connector.Id, turn.Chosen);
        Assert.Equal("1042", turn.Inputs["freight_number"]);
        var ran = await client.ExecutionResults.GetAsync(connector.Id, turn.ExecutionId!);
        Assert.True(ran.Success, ran.ErrorMessage);
        Assert.Contains("1042", ran.ResponseBody, StringComparison.Ordinal);
        Assert.Equal(
            turn.Answer,
            System
                .Net.WebUtility.HtmlDecode(
                    answered
                        .Single(happened => happened.Name == "fin_replied")
                        .Data.GetProperty("message")
                        .GetProperty("body")
                        .GetString()
                )!
                .Replace("<br>", "\n", StringComparison.Ordinal)
        );

        // Other tests of this server must not find it.
        await client.Connectors.UpdateAsync(connector.Id, new() { State = ConnectorState.Draft });
        await client.Connectors.DeleteAsync(connector.Id);
    }
}
