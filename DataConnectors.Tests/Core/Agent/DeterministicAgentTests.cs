using DataConnectors.Core.Agent;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomerAuthentication;
using DataConnectors.Core.Execution;
using DataConnectors.Tests.Core.Execution;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Agent;

/// <summary>Whole conversations through the real executor and a real server on loopback.</summary>
public sealed class DeterministicAgentTests
{
    [Fact]
    public async Task A_question_with_its_value_is_answered_from_the_api()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer("/orders/1042", LoopbackAnswer.Json("""{"id":1042,"status":"shipped"}"""));

        var answer = await talk.SayAsync("Where is my order 1042?");

        Assert.Equal("For order 1042, the status is shipped.", answer);
        Assert.Equal(AgentStage.Answered, talk.State!.Stage);
        Assert.True(talk.Turn!.Executions[0].Execution.Result.IsSuccess);
        Assert.Equal(talk.Turn.Executions[0].Execution.Result.Id, talk.Turn.Trace.ExecutionId);
        Assert.Equal(
            [
                "CandidatesWeighed",
                "ConnectorChosen",
                "InputCollected",
                "RequestRendered",
                "ResponseShaped",
                "AnswerPart",
                "Answered",
            ],
            talk.Events.Select(step => step.GetType().Name)
        );
    }

    [Fact]
    public async Task Missing_values_are_asked_for_one_at_a_time()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer(LoopbackApi.AnyPath, LoopbackAnswer.Json("""{"price":12}"""));

        Assert.Equal("What is the city?", await talk.SayAsync("I need a hotel room"));
        Assert.Equal(
            "City Berlin – got it. What is the number of guests?",
            await talk.SayAsync("Berlin")
        );
        Assert.Equal("The price is 12.", await talk.SayAsync("two"));
        Assert.Equal("/hotels?city=Berlin&guests=2", Assert.Single(talk.Api.Requests).Target);
    }

    [Fact]
    public async Task The_answer_is_about_the_question_and_not_about_the_value_given_last()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer(
            "/orders/1042",
            LoopbackAnswer.Json("""{"status":"shipped","total":12,"carrier":"DHL"}""")
        );

        await talk.SayAsync("Which carrier brings my order?");

        Assert.Equal(
            "For order 1042, the carrier is DHL. Also, the status is shipped and the total is 12.",
            await talk.SayAsync("1042")
        );
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_is_asked_for_again_and_at_last_given_up()
    {
        await using var talk = await Talk.CreateAsync();

        await talk.SayAsync("I need a hotel room in Berlin");
        var second = await talk.SayAsync("a few");
        Assert.Contains("whole number", second, StringComparison.Ordinal);
        Assert.Contains("number of guests?", second, StringComparison.Ordinal);
        await talk.SayAsync("some more");
        var last = await talk.SayAsync("lots");

        Assert.Contains("cannot go on", last, StringComparison.Ordinal);
        Assert.Equal(AgentStage.OfferedTeam, talk.State!.Stage);
        Assert.Empty(talk.Api.Requests);
    }

    [Fact]
    public async Task A_value_given_before_can_be_corrected_while_another_is_asked_for()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer(LoopbackApi.AnyPath, LoopbackAnswer.Json("{}"));

        await talk.SayAsync("I need a hotel in Berlin");
        Assert.Equal(
            "City Paris – got it. What is the number of guests?",
            await talk.SayAsync("sorry, the city is Paris")
        );
        await talk.SayAsync("3");

        Assert.Equal("/hotels?city=Paris&guests=3", Assert.Single(talk.Api.Requests).Target);
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("never mind")]
    [InlineData("ok forget it, thanks")]
    public async Task A_person_can_withdraw(string message)
    {
        await using var talk = await Talk.CreateAsync();
        await talk.SayAsync("where is my order");

        Assert.Contains("stopped", await talk.SayAsync(message), StringComparison.Ordinal);
        Assert.Null(talk.State);
    }

    [Fact]
    public async Task Another_request_in_the_middle_changes_the_topic()
    {
        await using var talk = await Talk.CreateAsync();

        await talk.SayAsync("where is my order");
        var answer = await talk.SayAsync("Actually I need a hotel in Berlin");

        Assert.Equal("City Berlin – got it. What is the number of guests?", answer);
        Assert.Equal(3, talk.State!.ConnectorId);
    }

    [Fact]
    public async Task A_write_is_run_only_after_a_yes_to_the_values_shown()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer("/orders/1042/cancel", LoopbackAnswer.Json("""{"status":"cancelled"}"""));

        var question = await talk.SayAsync("please cancel my order 1042");
        Assert.Contains("Cancel order", question, StringComparison.Ordinal);
        Assert.Contains("1042", question, StringComparison.Ordinal);
        Assert.Null(talk.State!.AskedInput);
        Assert.Empty(talk.Api.Requests);

        Assert.Equal("Done. For order 1042, the status is cancelled.", await talk.SayAsync("yes"));
        Assert.Single(talk.Api.Requests);
    }

    [Fact]
    public async Task A_no_to_a_write_sends_nothing()
    {
        await using var talk = await Talk.CreateAsync();
        await talk.SayAsync("please cancel my order 1042");

        Assert.Contains("not done anything", await talk.SayAsync("no"), StringComparison.Ordinal);
        Assert.Empty(talk.Api.Requests);
        Assert.Null(talk.State);
    }

    [Fact]
    public async Task A_correction_of_a_write_is_shown_before_it_is_run()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer(LoopbackApi.AnyPath, LoopbackAnswer.Json("{}"));
        await talk.SayAsync("please cancel my order 1042");

        Assert.Contains("1043", await talk.SayAsync("no, order 1043"), StringComparison.Ordinal);
        Assert.Empty(talk.Api.Requests);
        await talk.SayAsync("yes");

        Assert.Equal("/orders/1043/cancel", Assert.Single(talk.Api.Requests).Target);
    }

    [Fact]
    public async Task An_unclear_consent_is_asked_for_again_and_never_taken_for_a_yes()
    {
        await using var talk = await Talk.CreateAsync();
        await talk.SayAsync("please cancel my order 1042");

        Assert.StartsWith(
            "Please answer yes or no.",
            await talk.SayAsync("hmm"),
            StringComparison.Ordinal
        );
        await talk.SayAsync("hmm");
        Assert.Contains("not done anything", await talk.SayAsync("hmm"), StringComparison.Ordinal);
        Assert.Empty(talk.Api.Requests);
    }

    [Fact]
    public async Task A_connector_for_signed_in_users_asks_others_to_sign_in()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer(LoopbackApi.AnyPath, LoopbackAnswer.Json("""{"balance":7}"""));

        var answer = await talk.SayAsync("What is my account balance?");
        Assert.Contains("sign in", answer, StringComparison.Ordinal);
        Assert.Empty(talk.Api.Requests);
        Assert.Contains(
            talk.Events,
            step =>
                step
                    is AgentEvent.ExecutionFailed
                    {
                        Failure.Type: ErrorType.FinIdentityVerification
                    }
        );

        talk.Session = new CustomerSession(5, IsSignedIn: true);
        Assert.Equal("The balance is 7.", await talk.SayAsync("What is my account balance?"));
    }

    [Fact]
    public async Task A_404_is_told_with_the_value_that_was_not_found()
    {
        await using var talk = await Talk.CreateAsync();

        Assert.Equal(
            "I could not find anything with order ID 9999. Please check it and try again.",
            await talk.SayAsync("where is order 9999")
        );
        Assert.Equal(ErrorType.ThirdParty, talk.Turn!.Executions[0].Execution.Result.Failure!.Type);
    }

    [Fact]
    public async Task A_failure_is_told_without_technical_detail()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer(
            LoopbackApi.AnyPath,
            LoopbackAnswer.Json("""{"error":"NullPointerException in db01"}""", 500)
        );

        var answer = await talk.SayAsync("where is order 1042");

        Assert.Equal(
            "I'm sorry, I could not look that up right now. Please try again later, or ask our team for help.",
            answer
        );
    }

    [Fact]
    public async Task A_write_that_got_no_answer_is_not_called_failed()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer(LoopbackApi.AnyPath, LoopbackAnswer.Reset());
        await talk.SayAsync("please cancel my order 1042");

        Assert.Contains("could not confirm", await talk.SayAsync("yes"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hello!", "Hello!")]
    [InlineData("thanks a lot", "You're welcome!")]
    [InlineData("bye", "Goodbye")]
    public async Task Small_talk_needs_no_connector(string message, string expected)
    {
        await using var talk = await Talk.CreateAsync();

        Assert.StartsWith(expected, await talk.SayAsync(message), StringComparison.Ordinal);
        Assert.All(
            talk.Events,
            step => Assert.True(step is AgentEvent.AnswerPart or AgentEvent.Answered)
        );
    }

    [Fact]
    public async Task What_nothing_can_answer_is_said_not_to_be_known()
    {
        await using var talk = await Talk.CreateAsync();

        Assert.Contains(
            "do not know",
            await talk.SayAsync("What is the weather?"),
            StringComparison.Ordinal
        );
        Assert.Contains(talk.Events, step => step is AgentEvent.NothingFits);
        Assert.Null(talk.Turn!.Trace.Chosen);
    }

    [Fact]
    public async Task Example_values_stand_in_for_what_the_message_lacks()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer("/orders/1001", LoopbackAnswer.Json("""{"status":"open"}"""));
        talk.UseExampleInputs = true;

        await talk.SayAsync("where is my order");

        var collected = Assert.Single(talk.Events.OfType<AgentEvent.InputCollected>());
        Assert.Equal(new AgentEvent.InputCollected("order_id", "1001", IsExample: true), collected);
        Assert.Equal("/orders/1001", Assert.Single(talk.Api.Requests).Target);
    }

    [Fact]
    public async Task A_connector_that_went_away_in_the_middle_is_not_run()
    {
        await using var talk = await Talk.CreateAsync();
        await talk.SayAsync("where is my order");
        talk.Candidates = [];

        Assert.Contains("no longer", await talk.SayAsync("1042"), StringComparison.Ordinal);
        Assert.Null(talk.State);
    }
}
