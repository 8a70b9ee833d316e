package sportello.bench;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts of Italian words, as long as people's letters; they mean nothing. */
public final class ItalianText {
    /** The word for which one searches: it is in one ticket of a hundred. */
    public static final String RARE_WORD = "zanzariera";

    static final int SHORTEST = 800;
    static final int LONGEST = 1_200;

    private static final List<String> WORDS = List.of("""
            abbiamo abitante accensione accesso acqua acquedotto adesso agosto aiuola allaccio allagamento allegato altezza
            ambiente amministrazione ancora anno anticipo apertura appena aprile archivio area armadio arrivo ascensore
            asfalto assemblea assenza assistenza atto attesa attuale aula autunno avviso avvocato bagno bando barriera
            base biblioteca bilancio bisogno bolletta bosco breve buca buongiorno caduta caldaia calendario calore camera
            cambio cancello canone cantiere capo carico carta cartello casa caso cassa causa cavo centrale centro certo
            chiave chiesa chiuso cimitero circa città codice collaudo colore commissione comune comunicazione condotta
            conferma consegna consiglio consumo contatore contratto controllo copia corrente corso cortile cosa costo
            cucina danno data dati davanti deposito destra dicembre difetto dirigente disagio disponibile distinti
            documento domanda domenica dopo dubbio durata edificio elenco energia entrata errore esempio estate esterno
            evento fabbrica facciata famiglia fase fattura febbraio ferie festa filtro finestra fine firma fiume foglio
            fondo fontana fornitore fornitura forse freddo fronte fuori garanzia gennaio gentile gestione giardino
            giorno giovedì giugno giunta gradi grazie gruppo guasto ieri illuminazione immobile impianto importo impresa
            incontro incrocio indirizzo ingresso inizio intervento inverno invio isolamento lampada lampione lavagna
            lavoro legge lettera lettura libero linea livello locale lontano luce luglio lunedì luogo maggio magazzino
            mancanza manutenzione marciapiede martedì marzo materiale mattina medio mensa mercato mercoledì mese metà
            metri misura modulo momento mostra motivo municipio museo muro neve nido nome norma notte novembre numero
            nuovo officina ogni operaio opera orario ordine ottobre padiglione pagamento palazzo palestra palo parcheggio
            parco parete parte passaggio pavimento pericolo periodo persona perché piano piazza piccolo pioggia pittura
            ponte porta portone posta posto potenza pratica presenza presto preventivo primavera problema prodotto
            progetto pronto proposta protocollo prova provincia pulizia punto quadro qualità quartiere quindi radiatore
            raccolta ragione recinto registro regola relazione responsabile rete riferimento rifiuti rilievo rimborso
            rinnovo riparazione riscaldamento rischio riscontro risposta ritardo riunione rotatoria rubinetto rumore
            sabato sala saldo saluti scala scadenza scarico scheda scuola sede segnale segnalazione segreteria
            semaforo sensore sentiero sera servizio settembre settimana sicurezza signora sindaco sinistra sistema
            soffitto solito sopralluogo sportello squadra stabile stagione stanza stazione strada struttura sud sufficiente
            superficie tabella taglio tariffa tecnico telefono temperatura tempo termine termosifone terreno testo tetto
            torre totale tratto tubo turno ufficio ultimo umidità urgente uscita utente valore valvola vano vapore
            venerdì ventilatore verbale verde verifica vernice via viale vicino villa visita vista volta zona""".split("\\s+"));

    private final RandomGenerator random;

    public ItalianText(RandomGenerator random) {
        this.random = random;
    }

    /** A line of three to seven words. */
    public String title() {
        var title = new StringBuilder(capital(word()));
        for (var more = 2 + random.nextInt(5); more > 0; more--)
            title.append(' ').append(word());
        return title.toString();
    }

    /** A text of 800 to 1,200 signs. */
    public String body() {
        var wanted = SHORTEST + random.nextInt(LONGEST - SHORTEST - 150);
        var body = new StringBuilder("Buongiorno,\n\n");
        for (var sentences = 1; body.length() < wanted; sentences++) {
            sentence(body, wanted);
            body.append(sentences % 4 == 0 ? "\n\n" : " ");
        }
        return body.toString().strip();
    }

    /** The same with the rare word in it. */
    public String bodyWithRareWord() {
        var body = body();
        var place = body.indexOf(' ', 100 + random.nextInt(SHORTEST / 2));
        return body.substring(0, place) + " " + RARE_WORD + body.substring(place);
    }

    private void sentence(StringBuilder body, int wanted) {
        body.append(capital(word()));
        for (var more = 4 + random.nextInt(12); more > 0 && body.length() < wanted; more--) {
            body.append(random.nextInt(9) == 0 ? ", " : " ").append(word());
        }
        body.append('.');
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
