// Runs veraPDF's engine on files: java -cp JAR Verify.java FILE...
// The jar carries the engine and its profiles but not the XML binding that usually reads them, so they are read
// here with the JDK's own parser. It fails loudly when a rule is lost on the way or when no assertion ran.
import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class Verify {
    public static void main(String[] files) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean passed = true;
        for (String[] wanted : new String[][] {{"ua1", "PDFUA-1"}, {"2a", "PDFA-2A"}}) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(wanted[0]);
            ValidationProfile profile = profile(flavour, wanted[1]);
            for (String file : files) {
                passed &= verify(new File(file), flavour, profile);
            }
        }
        System.exit(passed ? 0 : 1);
    }

    static boolean verify(File file, PDFAFlavour flavour, ValidationProfile profile) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
            ValidationResult result = Foundries.defaultInstance().createValidator(profile, false).validate(parser);
            if (result.getTotalAssertions() == 0) {
                throw new IllegalStateException("no assertion ran");
            }
            String verdict = result.isCompliant() ? "PASS" : "FAIL";
            int rules = profile.getRules().size();
            System.out.printf("%s %s %s: %d rules, %d assertions%n", verdict, flavour.getId(), file.getName(), rules,
                result.getTotalAssertions());
            Set<String> told = new HashSet<>();
            for (TestAssertion one : result.getTestAssertions()) {
                String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
                if (one.getStatus() == TestAssertion.Status.FAILED && told.add(rule)) {
                    System.out.printf("  %s %s (%s)%n", rule, one.getMessage(), one.getLocation().getContext());
                }
            }
            return result.isCompliant();
        }
    }

    static ValidationProfile profile(PDFAFlavour flavour, String name) throws Exception {
        Element root;
        try (InputStream xml = Verify.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
        }
        List<Element> written = elements(root, "rule");
        Set<Rule> rules = new HashSet<>();
        for (Element rule : written) {
            rules.add(rule(rule));
        }
        if (rules.size() != written.size()) {
            throw new IllegalStateException("a rule was lost");
        }
        Set<Variable> variables = new HashSet<>();
        for (Element one : elements(root, "variable")) {
            variables.add(Profiles.variableFromValues(one.getAttribute("name"), one.getAttribute("object"),
                text(one, "defaultValue"), text(one, "value")));
        }
        return Profiles.profileFromValues(flavour, Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)),
            "", rules, variables);
    }

    static Rule rule(Element rule) {
        Element id = elements(rule, "id").get(0);
        PDFAFlavour.Specification specification = PDFAFlavour.Specification.valueOf(id.getAttribute("specification"));
        List<ErrorArgument> arguments = new ArrayList<>();
        return Profiles.ruleFromValues(
            Profiles.ruleIdFromValues(specification, id.getAttribute("clause"),
                Integer.parseInt(id.getAttribute("testNumber"))),
            rule.getAttribute("object"), Boolean.valueOf(rule.getAttribute("deferred")), rule.getAttribute("tags"),
            text(rule, "description"), text(rule, "test"),
            Profiles.errorFromValues(text(elements(rule, "error").get(0), "message"), arguments), new ArrayList<>());
    }

    static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> out = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            out.add((Element) found.item(i));
        }
        return out;
    }

    static String text(Element parent, String name) {
        return elements(parent, name).get(0).getTextContent();
    }
}
