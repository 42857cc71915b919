using DataConnectors.Core.Agent;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Inbox;
using DataConnectors.Tests.Support;
using Business = DataConnectors.Tests.Core.Agent.Candidates;

namespace DataConnectors.Tests.Core.Agent;

/// <summary>What a conversation needs beside questions and answers: repeating, correcting, giving up, handing over, ending well.</summary>
public sealed class DialogueTests
{
    [Fact]
    public async Task What_was_understood_is_repeated_with_the_next_question()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Candidates = [talk.Candidate(1, Returns(talk))];

        Assert.Equal(
            "Order 1043 – got it. What is your email?",
            await talk.SayAsync("I want to know the return state of order 1043")
        );
    }

    [Theory]
    [InlineData("no, I meant 1043")]
    [InlineData("sorry, 1043")]
    [InlineData("No, it's 1043, not 1042")]
    [InlineData("oops, wrong number, 1043")]
    [InlineData("not 1042 but 1043, sorry")]
    [InlineData("1043")]
    [InlineData("and 1043?")]
    [InlineData("what about order 1043?")]
    public async Task A_value_can_be_corrected_after_the_answer(string correction)
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer("/orders/1042", LoopbackAnswer.Json("""{"status":"shipped"}"""));
        talk.Api.Answer("/orders/1043", LoopbackAnswer.Json("""{"status":"open"}"""));
        await talk.SayAsync("Where is my order 1042?");

        Assert.Equal("For order 1043, the status is open.", await talk.SayAsync(correction));
        Assert.Equal(
            ["/orders/1042", "/orders/1043"],
            talk.Api.Requests.Select(request => request.Target)
        );
        Assert.Equal("1043", talk.Turn!.Trace.Inputs["order_id"]);
    }

    [Theory]
    [InlineData("no, that's wrong")]
    [InlineData("No thanks")]
    [InlineData("no, it has not arrived yet")]
    public async Task A_no_without_a_value_corrects_nothing(string message)
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer("/orders/1042", LoopbackAnswer.Json("""{"status":"shipped"}"""));
        await talk.SayAsync("Where is my order 1042?");

        await talk.SayAsync(message);

        Assert.Single(talk.Api.Requests);
    }

    [Fact]
    public async Task A_value_can_be_corrected_while_another_is_asked_for()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer(LoopbackApi.AnyPath, LoopbackAnswer.Json("""{"state":"received"}"""));
        talk.Candidates = [talk.Candidate(1, Returns(talk))];
        await talk.SayAsync("I want to know the return state of order 1042");

        Assert.Equal(
            "Order 1043 – got it. What is your email?",
            await talk.SayAsync("no, I meant 1043")
        );
        await talk.SayAsync("ada@example.com");

        Assert.Equal(
            "/returns/1043?email=ada%40example.com",
            Assert.Single(talk.Api.Requests).Target
        );
    }

    [Fact]
    public async Task A_corrected_value_of_a_write_is_confirmed_again()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer(LoopbackApi.AnyPath, LoopbackAnswer.Json("{}"));
        await talk.SayAsync("please cancel my order 1042");

        Assert.Contains("1043", await talk.SayAsync("no, I meant 1043"), StringComparison.Ordinal);
        Assert.Empty(talk.Api.Requests);
        await talk.SayAsync("yes");
        Assert.Equal("/orders/1043/cancel", Assert.Single(talk.Api.Requests).Target);

        // Also when it was carried out already: once more with the other value, and only after another yes.
        Assert.Contains(
            "Shall I go ahead?",
            await talk.SayAsync("sorry, I meant 1044"),
            StringComparison.Ordinal
        );
        Assert.Single(talk.Api.Requests);
    }

    [Fact]
    public async Task Another_request_after_an_answer_is_no_correction()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer("/orders/1042", LoopbackAnswer.Json("""{"status":"shipped"}"""));
        await talk.SayAsync("Where is my order 1042?");

        Assert.Contains(
            "Shall I go ahead?",
            await talk.SayAsync("Actually, cancel order 1043"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("I want to talk to a human")]
    [InlineData("can I speak to someone please?")]
    [InlineData("agent")]
    [InlineData("Connect me to customer support")]
    [InlineData("I need a real person")]
    public async Task Whoever_asks_for_a_human_is_handed_over(string message)
    {
        await using var talk = await Talk.CreateAsync();
        await talk.SayAsync("where is my order");

        var answer = await talk.SayAsync(message);

        Assert.Contains("our team", answer, StringComparison.Ordinal);
        Assert.Equal(FinStatus.Escalated, talk.Turn!.Status);
        Assert.Null(talk.State);
        Assert.Empty(talk.Api.Requests);
    }

    [Theory]
    [InlineData("Get me the support ticket 12")]
    [InlineData("Is the travel agent open today?")]
    [InlineData("I need a person name for order 12")]
    public async Task Speaking_of_people_is_not_asking_for_one(string message)
    {
        await using var talk = await Talk.CreateAsync();

        await talk.SayAsync(message);

        Assert.Equal(FinStatus.AwaitingUserReply, talk.Turn!.Status);
    }

    [Theory]
    [InlineData("thanks, that solved it")]
    [InlineData("That helped, thank you!")]
    [InlineData("perfect, that's all I needed")]
    [InlineData("Thanks!")]
    public async Task Whoever_says_that_it_helped_ends_it_well(string message)
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer("/orders/1042", LoopbackAnswer.Json("""{"status":"shipped"}"""));
        await talk.SayAsync("Where is my order 1042?");

        await talk.SayAsync(message);

        Assert.Equal(FinStatus.Resolved, talk.Turn!.Status);
    }

    [Theory]
    [InlineData("thanks, but it has still not arrived")]
    [InlineData("ok")]
    [InlineData("it is not solved")]
    public async Task Whoever_does_not_say_so_does_not(string message)
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer(LoopbackApi.AnyPath, LoopbackAnswer.Json("""{"status":"shipped"}"""));
        await talk.SayAsync("Where is my order 1042?");

        await talk.SayAsync(message);

        Assert.NotEqual(FinStatus.Resolved, talk.Turn!.Status);
    }

    [Fact]
    public async Task Whoever_is_not_helped_is_offered_the_team_and_may_accept()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer(LoopbackApi.AnyPath, LoopbackAnswer.Json("""{"status":"shipped"}"""));
        await talk.SayAsync("Where is my order 1042?");

        Assert.Contains(
            "Shall I pass it to our team?",
            await talk.SayAsync("That didn't help"),
            StringComparison.Ordinal
        );
        await talk.SayAsync("yes please");

        Assert.Equal(FinStatus.Escalated, talk.Turn!.Status);
    }

    [Fact]
    public async Task An_offered_team_may_be_declined_and_the_next_question_is_answered()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer("/orders/1042", LoopbackAnswer.Json("""{"status":"shipped"}"""));
        await talk.SayAsync("What is the weather?");

        await talk.SayAsync("no thanks");
        Assert.Equal(FinStatus.AwaitingUserReply, talk.Turn!.Status);
        await talk.SayAsync("What is the weather?");

        Assert.Equal(
            "For order 1042, the status is shipped.",
            await talk.SayAsync("No, where is my order 1042?")
        );
    }

    private static ConnectorDefinition Returns(Talk talk) =>
        talk.Harness.Get("/returns/{{order_id}}?email={{email}}") with
        {
            Name = "Get return state",
            Description = "Tells the state of a return.",
            DataInputs =
            [
                Business.Input("order_id", "The order number"),
                Business.Input("email", "The customer's email"),
            ],
        };
}
